using System.Text;

namespace SocialKpi.Tests.House;

/// <summary>The page KPIS.md: the standard catalogue for people, written from its definitions.</summary>
internal static class KpisPage
{
    public static string Write()
    {
        StringBuilder page = new();
        page.Append(Invariant($"""
            # KPIs

            The {Kpis.All.Count} standard KPIs of SocialKpi, over {Measures.All.Count} recorded measures. This page is written from the definitions: do not edit it.

            Each variant of a disputed name has an id of its own; `Catalog.Standard.Named("engagement rate")` gives all that go by a name.
            A formula is read on merged measures: a ratio is the ratio of sums, and a total is the reading of the whole. Under *merges* stands
            what does not simply add up. English terms that a language uses for want of its own are in italics.


            """));
        foreach (string category in Kpis.All.Select(kpi => kpi.Category).Distinct()) page.Append(Invariant($"- [{KpiCategories.LabelIn(category, Language.English)}](#{Anchor(KpiCategories.LabelIn(category, Language.English))})\n"));
        page.Append("- [Define your own](#define-your-own)\n- [Objectives](#objectives)\n");
        foreach (IGrouping<string, Kpi> category in Kpis.All.GroupBy(kpi => kpi.Category)) WriteCategory(page, category);
        WriteOpen(page);
        WriteObjectives(page);
        return page.ToString();
    }

    private static void WriteCategory(StringBuilder page, IGrouping<string, Kpi> category)
    {
        page.Append(Invariant($"""

            ## {KpiCategories.LabelIn(category.Key, Language.English)}

            | KPI | formula | unit | better | tier | merges | source and disputes | nl · sv · pl |
            |---|---|---|---|---|---|---|---|

            """));
        foreach (Kpi kpi in category)
        {
            page.Append(Row(
                Invariant($"**{kpi.Label}**{(kpi.ShortName == kpi.Label ? "" : $" ({kpi.ShortName})")}<br>`{kpi.Id}`<br>{kpi.Description}"),
                $"`{kpi.Formula}`", kpi.Unit.ToString(), Better(kpi.Direction), MachineText.Code(kpi.Tier), Merges(kpi),
                string.Join("<br>", new[] { kpi.Source }.Concat(kpi.Disputes.Select(dispute => $"*{dispute}*")).Where(text => text.Length > 0)),
                Names(kpi.TextIn)));
        }
    }

    private static void WriteOpen(StringBuilder page)
    {
        page.Append("""

            ## Define your own

            Sources name these without saying how they are calculated. There is no formula for them here, and none is made up.

            | KPI | why | source | what sources measure in its place | nl · sv · pl |
            |---|---|---|---|---|

            """);
        foreach (KpiWithoutFormula open in Kpis.WithoutFormula)
            page.Append(Row($"**{open.Label}**<br>`{open.Id}`", open.Reason, open.Source, string.Join(", ", open.Proxies.Select(proxy => $"`{proxy}`")), Names(open.TextIn)));
    }

    private static void WriteObjectives(StringBuilder page)
    {
        page.Append("\n## Objectives\n\nWhat sources name to track for a type of objective, and what is vanity for it. Variants of a KPI count like the one that is listed.\n");
        foreach (ObjectiveType type in ObjectiveTypes.All)
        {
            page.Append(Invariant($"\n### {type.Label}\n\n`{type.Id}` · {string.Join(" · ", Languages.All.Skip(1).Select(type.LabelIn))}\n\n"));
            if (type.AdviceIn(Language.English) is { } advice) page.Append(Invariant($"{advice}\n\n"));
            page.Append("| | KPI | why | source |\n|---|---|---|---|\n");
            foreach (ObjectiveKpi key in type.Key) page.Append(Row("track", $"`{key.Kpi}`", key.Kpi.Description, string.Join("; ", key.Sources)));
            foreach (ObjectiveKpi vanity in type.Vanity) page.Append(Row("vanity", $"`{vanity.Kpi}`", vanity.ReasonIn(Language.English)!, string.Join("; ", vanity.Sources)));
            foreach (KpiWithoutFormula open in type.WithoutFormula) page.Append(Row("define your own", $"`{open}`", open.Reason, open.Source));
        }
    }

    /// <summary>What its measures do other than adding up their column.</summary>
    private static string Merges(Kpi kpi) => string.Join("<br>", kpi.Formula.Measures
        .Where(measure => measure.Aggregation != Aggregation.Sum || !measure.IsRecorded)
        .Select(measure => $"`{measure.Id}`: {measure.Aggregation} {(measure.Aggregation is SnapshotAggregation ? $"per {string.Join(" and ", measure.Per)}" : $"of `{measure.Dimension ?? measure.RowValue?.ToString() ?? measure.Id}`")}"
            + string.Concat(measure.Conditions.Select(condition => $" where {condition}"))));

    private static string Names(Func<Language, KpiText> textIn) => string.Join("<br>", Languages.All.Skip(1).Select(textIn).Select(text => text.Terms == Terms.English ? $"*{text.Label}*" : text.Label));

    private static string Better(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => "higher",
        Direction.LowerIsBetter => "lower",
        Direction.RangeIsBetter => "in a range",
        _ => "–",
    };

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";

    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
