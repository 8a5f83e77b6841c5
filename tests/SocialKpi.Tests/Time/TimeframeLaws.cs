using FsCheck.Fluent;
using NodaTime;
using static SocialKpi.Tests.TimeArbitrary;

namespace SocialKpi.Tests;

public class TimeframeLaws
{
    private static readonly DateTimeZone[] Zones =
        [.. new[] { "Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo", "Australia/Lord_Howe" }.Select(id => DateTimeZoneProviders.Tzdb[id])];

    [Fact]
    public void Parse_reads_back_what_ToString_writes() =>
        Holds(Any, t => Timeframe.Parse(t.ToString()) == t && Timeframe.TryParse(t.ToString().Replace("…", "..", StringComparison.Ordinal), out Timeframe read) && read == t);

    [Fact]
    public void Different_timeframes_have_different_names() =>
        Holds(Pair, p => (p.Item1 == p.Item2) == (p.Item1.ToString() == p.Item2.ToString()));

    [Fact]
    public void Parse_answers_any_text_with_a_timeframe_or_a_format_error() =>
        Holds(
            from t in Any
            from at in Gen.Choose(0, 60)
            from c in Gen.Elements('0', '9', '-', 'Q', 'W', 'T', ' ', '.', '…', ':', '\0', '٣')
            select t.ToString() is var s && at < s.Length ? s[..at] + c + s[(at + 1)..] : t.ToString() + c,
            text =>
            {
                bool read = Timeframe.TryParse(text, out Timeframe t);
                return read ? Timeframe.Parse(t.ToString()) == t : Record.Exception(() => Timeframe.Parse(text)) is FormatException;
            });

    [Fact]
    public void Ordering_is_total_and_agrees_with_equality() =>
        Holds(Any.Three(), x =>
        {
            (Timeframe a, Timeframe b, Timeframe c) = x;
            return Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
                && (a.CompareTo(b) == 0) == (a == b)
                && (a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0)
                && (a != b || a.GetHashCode() == b.GetHashCode());
        });

    [Fact]
    public void An_intersection_holds_exactly_the_moments_both_hold() =>
        Holds(
            from a in Any
            from b in Any
            from m in Moment
            from probe in Gen.Elements(a.Start ?? m, a.End ?? m, b.Start ?? m, b.End ?? m, m)
            select (a, b, probe),
            x => (x.a.Contains(x.probe) && x.b.Contains(x.probe)) == (x.a.Intersect(x.b) is { } both && both.Contains(x.probe)));

    [Fact]
    public void Overlap_intersection_and_containment_agree() =>
        Holds(Pair, p =>
        {
            (Timeframe a, Timeframe b) = p;
            Timeframe? both = a.Intersect(b);
            return both == b.Intersect(a)
                && a.Overlaps(b) == (both is not null)
                && a.Contains(b) == (both == b)
                && (both is not { } shared || (a.Contains(shared) && b.Contains(shared)));
        });

    [Fact]
    public void A_day_is_contained_when_its_timeframe_is() =>
        Holds(from t in Any from d in Day select (t, d), x => x.t.Contains(x.d) == x.t.Contains(Timeframe.Day(x.d)));

    [Fact]
    public void Lengths_of_neighbours_add_up_in_every_zone() =>
        Holds(
            from a in Moment
            from b in Moment
            from c in Moment
            from zone in Gen.Elements(Zones)
            let sorted = new[] { a, b, c }.Distinct().Order().ToArray()
            where sorted.Length == 3
            select (sorted, zone),
            x => Timeframe.Between(x.sorted[0], x.sorted[1]).Length(x.zone) + Timeframe.Between(x.sorted[1], x.sorted[2]).Length(x.zone)
                == Timeframe.Between(x.sorted[0], x.sorted[2]).Length(x.zone));

    [Fact]
    public void Length_in_a_fixed_zone_is_the_difference_on_the_clock() =>
        Holds(Bounded, t => t.Length(DateTimeZone.Utc) == t.End!.Value.InUtc().ToInstant() - t.Start!.Value.InUtc().ToInstant());
}
