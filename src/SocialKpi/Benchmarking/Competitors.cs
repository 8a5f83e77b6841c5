namespace SocialKpi;

/// <summary>
/// The readings of one KPI for accounts that compete, each of which can be compared with the others:
/// <c>Competitors.Of(table, Kpis.NetSentiment, by: "brand").Compare("Delta")</c>.
/// </summary>
/// <remarks>
/// The accounts are the values of a dimension of the table; rows on which it is blank are nobody's and make no account. Share of voice is
/// a KPI like any other (<see cref="Kpis.ShareOfVoice"/>): read it by brand, and compare. It is a share of all mentions, also of those that are
/// nobody's: which part that is, a note says. Facts without them give a share of the others.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Competitors : IDisplayed
{
    private readonly (string Name, Reading Reading)[] _accounts;
    private readonly string? _nobody;

    private Competitors(Kpi kpi, string by, Segment within, Timeframe? during, (string Name, Reading Reading)[] accounts, string? nobody) =>
        (Kpi, By, Within, During, _accounts, _nobody) = (kpi, by, within, during, accounts, nobody);

    /// <summary>What is compared.</summary>
    public Kpi Kpi { get; }

    /// <summary>The dimension whose values are the accounts.</summary>
    public string By { get; }

    /// <summary>The group within which they compete.</summary>
    public Segment Within { get; }

    /// <summary>The period of the table that is compared; null for all of it.</summary>
    public Timeframe? During { get; }

    /// <summary>The names of the accounts, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _accounts.Select(account => account.Name)];

    /// <summary>Every account against the others as it is shown, the best first, as plain values for libraries of charts and tables.</summary>
    public IReadOnlyList<StandingRow> Rows => [.. Shown.Select(StandingRow.Of)];

    /// <summary>The accounts that a table has.</summary>
    /// <param name="table">The table; it may be by more dimensions, over which the accounts' states are merged.</param>
    /// <param name="kpi">One of its KPIs.</param>
    /// <param name="by">The dimension whose values are the accounts.</param>
    /// <param name="within">The group within which they compete, by other dimensions of the table; the whole when left out.</param>
    /// <param name="during">One period of the table; all of it when left out.</param>
    /// <exception cref="ArgumentException">The table does not have the KPI, the dimension, the group's dimensions or the period, or the group names the dimension itself.</exception>
    public static Competitors Of(KpiTable table, Kpi kpi, string by, Segment? within = null, Timeframe? during = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        Segment group = within ?? Segment.Whole;
        if (group.IsRest) throw new ArgumentException("The rest of a top is no group to compete within. Name values of dimensions.", nameof(within));
        if (group.Names(by)) throw new ArgumentException($"The group '{group}' names '{by}', by which the accounts differ. Leave it out of the group.", nameof(within));
        string[] names = [.. table.Rows.Select(row => row.Segment).Where(segment => !segment.IsRest).Concat(table.Rest)
            .Where(segment => segment.Names(by) && group.Dimensions.All(dimension => segment.Names(dimension) && segment[dimension] == group[dimension]))
            .Select(segment => segment[by]).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

        // Without an account nothing has been read yet: this says where the table lacks the KPI, a dimension or the period.
        if (names.Length == 0) _ = Read(group.And(by, null));
        return new Competitors(kpi, by, group, during, [.. names.Select(name => (name, Read(group.And(by, name))))], Nobody());

        // Of all values of the dimension the blank is one, so what is read across it holds what is nobody's.
        string? Nobody() => kpi.Formula.AcrossDimensions.Contains(by) && Read(group.And(by, null)) is { HasValue: true } blank
            ? $"{blank} is nobody's: rows on which {DisplayText.Name(by)} is blank are a part of the whole and no account"
            : null;

        Reading Read(Segment segment) => during is { } period ? table[kpi, period, segment] : table[kpi, segment];
    }

    /// <summary>The reading of one account.</summary>
    /// <exception cref="ArgumentException">There is no account of this name.</exception>
    public Reading this[string name] => Find(name).Reading;

    /// <summary>One account against the others.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="withOneself">Whether it counts among those it is compared with: median and ranks are then those of the whole group.</param>
    /// <param name="rules">What is demanded; <see cref="ComparisonRules.Default"/> when left out, which wants five others.</param>
    /// <exception cref="ArgumentException">There is no account of this name.</exception>
    public Standing Compare(string name, bool withOneself = false, ComparisonRules? rules = null)
    {
        (string _, Reading own) = Find(name);
        (string Name, Reading Reading)[] peers = [.. _accounts.Where(account => withOneself || account.Name != name).Select(account => (Segment.Named(account.Name), account.Reading))];
        return Benchmark.FromReadings(Kpi, Statistic.Peer, peers, Source(By, Within.Plain), own.Timeframe, own, _nobody is null ? [] : [_nobody], shownSource: Source(DisplayText.Name(By), Within.ToString()))
            .Compare(own, rules ?? ComparisonRules.Default);

        string Source(string by, string within) => $"{(withOneself ? "all" : "the others")} by {by}{(Within.IsWhole ? "" : $" within {within}")}";
    }

    /// <summary>Every account against the others, the best first; where neither way is better, the greatest. Equal ones in ordinal order of their names, those without a value last.</summary>
    /// <param name="withOneself">Whether each counts among those it is compared with.</param>
    /// <param name="rules">What is demanded; <see cref="ComparisonRules.Default"/> when left out.</param>
    public IReadOnlyList<Standing> Ranking(bool withOneself = false, ComparisonRules? rules = null)
    {
        // Of several currencies none is greater: then the names are the order.
        if (_accounts.Where(account => account.Reading.HasValue).Select(account => account.Reading.Unit).Distinct().Count() > 1) return [.. Names.Select(name => Compare(name, withOneself, rules))];
        int sign = Kpi.Direction == Direction.LowerIsBetter ? 1 : -1;
        IEnumerable<(string Name, Reading Reading)> ordered = _accounts.Where(account => account.Reading.HasValue)
            .Order(Comparer<(string Name, Reading Reading)>.Create((one, other) => sign * one.Reading.Value.CompareTo(other.Reading.Value)));
        return [.. ordered.Concat(_accounts.Where(account => !account.Reading.HasValue)).Select(account => Compare(account.Name, withOneself, rules))];
    }

    /// <summary>
    /// The ranking as aligned text, of however few accounts: place, account, reading and its difference to the median of the others, with refusals and other
    /// notes under it; the same under every culture. Of fewer others than <see cref="Compare"/> asks for, the verdict says of how many it is.
    /// </summary>
    public override string ToString()
    {
        TableNotes notes = new();
        return notes.AppendTo(Table(notes).ToText(), "\n", DisplayText.Visible);
    }

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown()
    {
        TableNotes notes = new();
        return notes.AppendTo(Table(notes).ToMarkdown(), "\n\n", MarkdownTable.Escape);
    }

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages, with a bar beside each reading. The first 500 accounts are shown.</summary>
    public string ToHtml() => StandingHtml.Write(this, Shown);

    private IReadOnlyList<Standing> Shown => Ranking(rules: ComparisonRules.Default.AtLeast(1));

    /// <summary>What is to be said of a standing in the table: why it is refused, and its notes, without the caveats of others, which have rows of their own.</summary>
    internal static IEnumerable<string> NotesOf(Standing standing) => standing.Refusals.Select(refusal => refusal.Text).Concat(
        standing.Notes.Where(note => !standing.Against!.Caveats.Contains(note) || standing.Reading.Caveats.Any(caveat => caveat.Text == note)));

    private Grid Table(TableNotes notes)
    {
        Grid grid = new([
            new GridColumn("rank"), new GridColumn(By), new GridColumn(Kpi.ShortName, true), new GridColumn("median of the others", true),
            new GridColumn("difference", true), new GridColumn("verdict")]);
        foreach (Standing standing in Shown)
        {
            grid.Add(
                standing.Rank?.ToString() ?? "–", Segment.Named(standing.Reading.Segment[By]), standing.Reading.ToString(), standing.Centre?.ToString() ?? "–",
                standing.Difference?.ToString() ?? "–", $"{StandingText.Verdict(standing)}{StandingText.OfFew(standing)} {notes.MarksOf(NotesOf(standing))}".Trim());
        }

        return grid;
    }

    private (string Name, Reading Reading) Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach ((string Name, Reading Reading) account in _accounts)
        {
            if (account.Name == name) return account;
        }

        string hint = Nearest.Of(name, Names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        throw new ArgumentException($"There is no '{name}' among the values of {By}{(Within.IsWhole ? "" : $" within {Within}")}.{hint}", nameof(name));
    }
}
