using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>One raw row: dimension texts in the order of <see cref="NaiveTable.Dimensions"/>, cells in that of <see cref="NaiveTable.Columns"/>.</summary>
internal sealed record RawRow(IReadOnlyList<string?> Texts, IReadOnlyList<decimal?> Figures, LocalDateTime Moment);

internal enum TimeKind
{
    None,
    Day,
    Moment,
}

/// <summary>A small table as a person would write it down; it becomes facts for the engine and plain rows for the oracle.</summary>
internal sealed record NaiveTable(IReadOnlyList<RawRow> Raw, IReadOnlyList<Blank> Blanks, Currency Currency, TimeKind Time)
{
    public static IReadOnlyList<string> Dimensions { get; } = ["brand", "type", "a \"b\", c"];

    public static Measure Likes { get; } = Measure.Sum("likes", Unit.Count);

    public static Measure Saves { get; } = Measure.Sum("saves", Unit.Count);

    public static Measure Reach { get; } = Measure.Sum("reach", Unit.Count);

    public static Measure Spend { get; } = Measure.Sum("spend", Unit.Money);

    /// <summary>The one column whose figures may fill all 18 digits; no row formula reads it.</summary>
    public static Measure Views { get; } = Measure.Sum("views", Unit.Count);

    /// <summary>A stock whose values hold for a month, one that is soon stale, and one of money.</summary>
    public static Measure Followers { get; } = Measure.Snapshot("followers", Unit.Count, per: "brand");

    public static Measure Members { get; } = Measure.Snapshot("members", Unit.Count, per: "type", staleAfterDays: 5);

    public static Measure Budget { get; } = Measure.Snapshot("budget", Unit.Money, per: "brand", staleAfterDays: 10);

    /// <summary>People counted beforehand; never negative.</summary>
    public static Measure People { get; } = Measure.Unique("people");

    /// <summary>The recorded measures, and a row value that only conditions look at.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["likes", "saves", "reach", "spend", "views", "score", "followers", "members", "budget", "people"];

    public IReadOnlyList<NaiveRow> Rows => [.. Raw.Select(row => new NaiveRow(
        Dimensions.Zip(row.Texts).ToDictionary(pair => pair.First, pair => pair.Second),
        Enumerable.Range(0, Columns.Count).ToDictionary(i => Columns[i], i => Figure(row.Figures[i], Blanks[i])),
        Time switch { TimeKind.None => null, TimeKind.Day => row.Moment.Date.AtMidnight(), _ => row.Moment },
        Currency))];

    public Facts ToFacts() => ToFacts([]);

    /// <summary>The same facts with dictionaries that hold more texts than occur: that many that groups of them are not numbered by arithmetic.</summary>
    public Facts ToFacts(IReadOnlyList<string> unused) => Facts.FromColumns(columns =>
    {
        if (Time == TimeKind.Day)
            columns.Time([.. Raw.Select(row => row.Moment.Date)]);
        if (Time == TimeKind.Moment)
            columns.Time([.. Raw.Select(row => row.Moment)]);
        for (int i = 0; i < Dimensions.Count; i++)
        {
            if (unused.Count == 0)
            {
                columns.Dimension(Dimensions[i], [.. Raw.Select(row => row.Texts[i])]);
                continue;
            }

            string[] own = [.. Raw.Select(row => row.Texts[i]).OfType<string>().Distinct(StringComparer.Ordinal)];
            int[] codes = [.. Raw.Select(row => row.Texts[i] is { } text ? unused.Count + Array.IndexOf(own, text) : -1)];
            columns.Dimension(Dimensions[i], [.. unused, .. own], codes);
        }

        columns.Measure(Likes, Column(0), Blanks[0]).Measure(Saves, Column(1), Blanks[1]).Measure(Reach, Column(2), Blanks[2])
            .Measure(Spend, Column(3), Currency, Blanks[3]).Measure(Views, Column(4), Blanks[4]).Value("score", Column(5), Blanks[5])
            .Measure(Followers, Column(6), Blanks[6]).Measure(Members, Column(7), Blanks[7]).Measure(Budget, Column(8), Currency, Blanks[8]).Measure(People, Column(9), Blanks[9]);
    });

    public override string ToString() => string.Join('\n',
    [
        $"table in {Currency}, time: {Time}, blanks: {string.Join(", ", Columns.Zip(Blanks).Where(pair => pair.Second != Blank.Unknown).Select(pair => $"{pair.First} {pair.Second}"))}",
        .. Raw.Select(row => "  " + string.Join(" | ", row.Texts.Select(text => text is null ? "(blank)" : $"'{text}'"))
            + " | " + string.Join(" | ", Filled.Select(i => FormattableString.Invariant($"{Columns[i]} {(object?)row.Figures[i] ?? "–"}")))
            + (Time == TimeKind.None ? "" : $" | {NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(row.Moment)}")),
    ]);

    /// <summary>The columns in which anything stands; the others would only make a case longer to read.</summary>
    private IEnumerable<int> Filled => Enumerable.Range(0, Columns.Count).Where(i => Raw.Any(row => row.Figures[i] is not null));

    private static NaiveFigure Figure(decimal? figure, Blank blank) => figure is { } value ? new(NaiveStatus.Known, value)
        : blank == Blank.Zero ? new(NaiveStatus.Known)
        : new(blank == Blank.Unknown ? NaiveStatus.Unknown : NaiveStatus.NotApplicable);

    private IReadOnlyList<decimal?> Column(int index) => [.. Raw.Select(row => row.Figures[index])];
}
