using SocialKpi;

namespace KpiReport;

/// <summary>The catalogue in words: every KPI by category, or what to measure for an objective.</summary>
internal static class Listing
{
    public static void Print(Options options, TextWriter output)
    {
        ListingWords words = ListingWords.In(options.Language);
        if (options.Objective is { } objective) PrintObjective(objective, options.Language, words, output);
        if (!options.ListsKpis) return;
        if (options.Objective is not null) output.WriteLine();
        PrintKpis(options.Language, words, output);
    }

    private static void PrintKpis(Language language, ListingWords words, TextWriter output)
    {
        output.WriteLine($"{Catalog.Standard.Kpis.Count} {words.Kpis}");
        foreach (IGrouping<string, Kpi> category in Catalog.Standard.Kpis.GroupBy(kpi => kpi.Category))
        {
            output.WriteLine($"\n{KpiCategories.LabelIn(category.Key, language)} ({category.Count()})");
            foreach (Kpi kpi in category)
            {
                PrintName(kpi.Id, kpi.TextIn(language), words, output);
                output.WriteLine($"      {kpi.Formula}  [{kpi.Unit}]");
            }
        }

        output.WriteLine($"\n{words.WithoutFormula} ({Kpis.WithoutFormula.Count})");
        foreach (KpiWithoutFormula open in Kpis.WithoutFormula) PrintOpen(open, language, words, output);
    }

    private static void PrintObjective(ObjectiveType objective, Language language, ListingWords words, TextWriter output)
    {
        output.WriteLine($"{objective.LabelIn(language)}  {objective.Id}");
        if (objective.AdviceIn(language) is { } advice) output.WriteLine(advice);

        output.WriteLine($"\n{words.Track}");
        foreach (ObjectiveKpi key in objective.Key)
        {
            PrintName(key.Kpi.Id, key.Kpi.TextIn(language), words, output);
            output.WriteLine($"      {words.Sources}: {string.Join("; ", key.Sources)}");
        }

        output.WriteLine($"\n{words.Vanity}");
        if (objective.Vanity.Count == 0) output.WriteLine($"  {words.None}");
        foreach (ObjectiveKpi vanity in objective.Vanity)
        {
            KpiText text = vanity.Kpi.TextIn(language);
            output.WriteLine($"  {text.Label}  {vanity.Kpi.Id}\n      {vanity.ReasonIn(language)}\n      {words.Sources}: {string.Join("; ", vanity.Sources)}");
        }

        if (objective.WithoutFormula.Count == 0) return;
        output.WriteLine($"\n{words.WithoutFormula}");
        foreach (KpiWithoutFormula open in objective.WithoutFormula) PrintOpen(open, language, words, output);
    }

    private static void PrintName(string id, KpiText text, ListingWords words, TextWriter output)
    {
        string shortName = text.ShortName == text.Label || text.Label.Contains($"({text.ShortName})", StringComparison.Ordinal) ? "" : $" ({text.ShortName})";
        output.WriteLine($"  {text.Label}{shortName}  {id}{(text.Terms == Terms.English ? $"  {words.EnglishTerm}" : "")}");
        output.WriteLine($"      {text.Description}");
    }

    private static void PrintOpen(KpiWithoutFormula open, Language language, ListingWords words, TextWriter output)
    {
        PrintName(open.Id, open.TextIn(language), words, output);
        output.WriteLine($"      {words.StandIns}: {string.Join(", ", open.Proxies)}");
    }
}
