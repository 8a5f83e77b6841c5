namespace SocialKpi;

/// <summary>
/// Where a part of a formula is read, other than in its own cell. A context widens what is scanned, never the cell.
/// </summary>
/// <remarks>The type is closed: what it can say is data, so that every reader of a formula knows all of it.</remarks>
public abstract class Context : IEquatable<Context>
{
    private protected Context()
    {
    }

    /// <summary>
    /// All values of a dimension: filters and grouping on it are dropped, all others stay. Share of voice is
    /// <c>mentions / mentions.At(Context.Across("brand"))</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The dimension has no name, or one with half a character.</exception>
    public static Context Across(string dimension) => new AcrossContext(dimension);

    /// <summary>
    /// The period before: a month for a month, and for a period that is cut the same part of the one before. A change is
    /// <c>x / x.At(Context.Previous) - 1</c>. Without periods it is the stretch of equal length before the query's timeframe.
    /// </summary>
    public static Context Previous { get; } = new PreviousContext();

    /// <summary>
    /// The same period some periods earlier by the calendar: <c>Ago(1, Grain.Year)</c> is the same month last year, and the
    /// last day of a longer month becomes the last day of a shorter one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1 or more than 1,000 years, or the grain is unknown.</exception>
    public static Context Ago(int count, Grain grain) => new AgoContext(count, grain);

    /// <summary>
    /// The stretch of time that ends where the cell ends: <c>Trailing(28, Grain.Day)</c> is the cell's last day and the 27
    /// before it, whether they lie in the query's timeframe or not. A ratio there is the ratio of what the stretch sums to.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1 or more than 1,000 years, or the grain is unknown.</exception>
    public static Context Trailing(int count, Grain grain) => new TrailingContext(count, grain);

    /// <summary>From the start of the year, quarter, month, week or day that the cell ends in, up to the cell's end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grain is unknown.</exception>
    public static Context ToDate(Grain grain) => new ToDateContext(grain);

    /// <summary>
    /// A stock at the moment the cell begins, last known before it. Growth is <c>followers / followers.At(Context.Opening) - 1</c>,
    /// over the entities known at both moments; the others are named.
    /// </summary>
    public static Context Opening { get; } = new OpeningContext();

    /// <summary>Whether both are the same context.</summary>
    public static bool operator ==(Context? left, Context? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the contexts differ.</summary>
    public static bool operator !=(Context? left, Context? right) => !(left == right);

    /// <inheritdoc/>
    public abstract bool Equals(Context? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Context);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>The context as it stands in a formula: <c>across("brand")</c>.</summary>
    public abstract override string ToString();

    /// <summary>The context in words, for explanations: <c>across all brand</c>.</summary>
    internal abstract string Describe();

    /// <summary>What is scanned in this context, given what is scanned around it.</summary>
    internal virtual ScanShape Widen(ScanShape around) => around.In(this);

    /// <summary>Where this context looks from a stretch of time; null when there is no such place. Contexts of other things stay.</summary>
    internal virtual ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar) => frame;

    private protected static Grain Defined(Grain grain) => Enum.IsDefined(grain)
        ? grain
        : throw OutOfRange.Of(grain, "A grain is hour, day, week, month, quarter or year.");

    /// <summary>How far back a context in time may reach: no figure of anybody is older, and the calendar ends.</summary>
    internal const int MostYears = 1_000;

    /// <summary>How many periods of a length that is.</summary>
    internal static int Most(Grain grain) => MostYears * grain switch
    {
        Grain.Year => 1,
        Grain.Quarter => 4,
        Grain.Month => 12,
        Grain.Week => 52,
        Grain.Day => 365,
        _ => 24 * 365,
    };

    private protected static int Counted(int count, Grain grain) => count >= 1 && count <= Most(Defined(grain))
        ? count
        : throw OutOfRange.Of(count, $"A context in time counts periods backwards: from 1, and at most {MostYears} years.");

    private protected static string Word(Grain grain) => grain.ToString().ToLowerInvariant();
}
