using static SocialKpi.EffectText;

namespace SocialKpi;

/// <summary>Writes drivers for readers.</summary>
internal static class DriverText
{
    public static EffectSheet Sheet(Drivers drivers)
    {
        if (drivers.Refusal is { } refusal) return EffectSheet.Of(refusal);
        int shown = ShownDecimals([drivers.Change, drivers.NotAttributable, .. drivers.Segments.SelectMany(driver => new[] { driver.RateEffect, driver.VolumeEffect })]);
        Drivers rounded = drivers.RoundedTo(shown + ShiftOf(drivers.Change.Unit));
        return new EffectSheet(Sentence(rounded, Format(shown)), Table(rounded, Format(shown)), [.. Notes(rounded)]);
    }

    private static string Sentence(Drivers drivers, string format)
    {
        string verb = drivers.Change.Value switch { > 0 => "rose", < 0 => "fell", _ => "went" };
        string better = (drivers.Kpi.Direction, Math.Sign(drivers.Change.Value)) switch
        {
            (Direction.HigherIsBetter, 1) or (Direction.LowerIsBetter, -1) => ", which is better",
            (Direction.HigherIsBetter, -1) or (Direction.LowerIsBetter, 1) => ", which is worse",
            _ => "",
        };
        return $"{DisplayText.Name(drivers.Kpi.ShortName)} {verb} from {drivers.From} ({drivers.WhenFrom}) to {drivers.To} ({drivers.WhenTo}): {Signed(drivers.Change, format)}{better}";
    }

    private static Grid Table(Drivers drivers, string format)
    {
        bool isRate = drivers.Volume.Length > 0;
        List<GridColumn> columns = [.. drivers.Dimensions.Select(dimension => new GridColumn(dimension)), new(drivers.WhenFrom, true), new(drivers.WhenTo, true)];
        if (isRate) columns.AddRange([new($"share of {drivers.Volume}", true), new("by its rate", true), new("by its share", true)]);
        Grid grid = new([.. columns, new("effect", true)]);
        foreach (Driver driver in drivers.Segments)
        {
            (string from, string to) = (driver.Presence == DriverPresence.Entered ? "new" : Value(driver.From), driver.Presence == DriverPresence.Left ? "gone" : Value(driver.To));
            string[] parts = isRate ? [$"{Share(driver.ShareFrom)} → {Share(driver.ShareTo)}", Signed(driver.RateEffect, format), Signed(driver.VolumeEffect, format)] : [];
            grid.Add([.. Labels(drivers.Dimensions, driver.Segment), from, to, .. parts, Signed(driver.Contribution, format)]);
        }

        if (drivers.Unattributed.Count > 0 || drivers.NotAttributable.Value != 0) AddTerm("(not attributable)", drivers.NotAttributable);
        if (drivers.Rounding.Value != 0) AddTerm("(rounding)", drivers.Rounding);
        string[] effects = isRate ? ["", Signed(drivers.RateEffect, format), Signed(drivers.VolumeEffect, format)] : [];
        return grid.AddAfterRule([.. Term(drivers.Dimensions, "(all)"), $"{drivers.From}", $"{drivers.To}", .. effects, Signed(drivers.Change, format)]);

        void AddTerm(string name, Quantity effect) => grid.Add([.. Term(drivers.Dimensions, name), "", "", .. isRate ? ["", "", ""] : (string[])[], Signed(effect, format)]);
    }

    private static IEnumerable<string> Notes(Drivers drivers)
    {
        if (drivers.Unattributed.Count > 0) yield return $"not attributable: {string.Join("; ", drivers.Unattributed)}";
        foreach ((string side, Reading reading) in new[] { (drivers.WhenFrom, drivers.From), (drivers.WhenTo, drivers.To) })
        {
            foreach (Caveat caveat in reading.Caveats.Where(caveat => !IsSaidAfter(drivers, reading, caveat))) yield return $"{side}: {caveat}";
        }
    }

    /// <summary>What a cell reads of another time is cut where the cell is, which is said of the cell.</summary>
    private static bool IsSaidAfter(Drivers drivers, Reading reading, Caveat caveat) =>
        caveat.Kind == CaveatKind.PartialPeriod && reading == drivers.From && reading.Kpi != drivers.To.Kpi && drivers.To.Caveats.Any(after => after.Text == caveat.Text);
}
