using static SocialKpi.EffectText;

namespace SocialKpi;

/// <summary>Writes contributions for readers.</summary>
internal static class ContributionText
{
    public static EffectSheet Sheet(Contributions contributions)
    {
        if (contributions.Refusal is { } refusal) return EffectSheet.Of(refusal);
        int shown = ShownDecimals([contributions.Whole, contributions.NotAttributable, .. contributions.Segments.Select(part => part.Amount)]);
        Contributions rounded = contributions.RoundedTo(shown + ShiftOf(contributions.Whole.Unit));
        return new EffectSheet($"{DisplayText.Name(contributions.Kpi.ShortName)} is {contributions.Reading} ({contributions.Reading.Where})", Table(rounded, Format(shown)), [.. Notes(rounded)]);
    }

    private static Grid Table(Contributions contributions, string format)
    {
        bool isRate = contributions.Volume.Length > 0;
        List<GridColumn> columns = [.. contributions.Dimensions.Select(dimension => new GridColumn(dimension))];
        if (isRate) columns.AddRange([new(contributions.Kpi.ShortName, true), new($"share of {contributions.Volume}", true)]);
        Grid grid = new([.. columns, new("part", true), new("of all", true)]);
        foreach (Contribution part in contributions.Segments)
        {
            string[] rate = isRate ? [Value(part.Value), Share(part.ShareOfVolume)] : [];
            grid.Add([.. Labels(contributions.Dimensions, part.Segment), .. rate, Part(part.Amount), Share(part.ShareOfWhole)]);
        }

        if (contributions.Unattributed.Count > 0 || contributions.NotAttributable.Value != 0) grid.Add(Line("(not attributable)", contributions.NotAttributable));
        if (contributions.Rounding.Value != 0) grid.Add(Line("(rounding)", contributions.Rounding));
        return grid.AddAfterRule(Line("(all)", contributions.Whole));

        string[] Line(string name, Quantity amount) => [.. Term(contributions.Dimensions, name), .. isRate ? ["", ""] : (string[])[], Part(amount), ""];
        string Part(Quantity amount) => amount.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Notes(Contributions contributions)
    {
        if (contributions.Unattributed.Count > 0) yield return $"not attributable: {string.Join("; ", contributions.Unattributed)}";
        foreach (Caveat caveat in contributions.Reading.Caveats) yield return caveat.ToString();
    }
}
