using FsCheck;
using FsCheck.Fluent;
using SocialKpi.Tests.Laws;

namespace SocialKpi.Tests.Data;

public sealed class AggregatorLaws
{
    private const int Header = 4 + 1 + 32;
    private const int Seal = 32;

    [Fact]
    public void Rows_in_any_chunks_and_order_give_the_same_bytes_as_all_at_once() => Prop.ForAll(
        CaseArbitrary.OneTable,
        Gen.Choose(1, 7).ToArbitrary(),
        (one, parts) =>
        {
            byte[] whole = Of(one.Query, one.Tables[0].ToFacts()).ToStates();
            Facts[] chunks = [.. Chunks(one.Tables[0], parts)];
            Aggregator forward = Of(one.Query, chunks);
            Assert.Equal(whole, forward.ToStates());
            Assert.Equal(whole, Of(one.Query, [.. chunks.Reverse()]).ToStates());
            Assert.Equal(one.Read().ToJson(), forward.Result().ToJson());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Parts_sent_as_bytes_and_merged_in_any_order_give_the_same_bytes_as_all_at_once() => Prop.ForAll(
        CaseArbitrary.OneTable,
        Gen.Choose(1, 5).ToArbitrary(),
        (one, parts) =>
        {
            Aggregator[] gathered = [.. Chunks(one.Tables[0], parts).Select(chunk => Of(one.Query, chunk))];
            Aggregator sent = new(one.Query);
            foreach (Aggregator part in gathered.Reverse()) sent.Merge(part.ToStates());
            Aggregator merged = new(one.Query);
            foreach (Aggregator part in gathered) merged.Merge(part);
            Aggregator read = new(one.Query);
            foreach (Facts chunk in Chunks(one.Tables[0], parts)) read.Merge(chunk.Read(one.Query));
            byte[] whole = Of(one.Query, one.Tables[0].ToFacts()).ToStates();
            Assert.Equal(whole, sent.ToStates());
            Assert.Equal(whole, merged.ToStates());
            Assert.Equal(whole, read.ToStates());
            Assert.Equal(one.Read().ToJson(), sent.Result().ToJson());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Nothing_added_changes_nothing() => CaseArbitrary.OneTable.Holds(30, one =>
    {
        Aggregator some = Of(one.Query, one.Tables[0].ToFacts());
        byte[] before = some.ToStates();
        some.Merge(new Aggregator(one.Query));
        some.Merge(new Aggregator(one.Query).ToStates());
        Assert.Equal(before, some.ToStates());
    });

    [Fact]
    public void Bytes_that_were_changed_or_cut_off_are_refused_and_add_nothing() => Prop.ForAll(
        CaseArbitrary.OneTable,
        (from at in Gen.Choose(0, 1_000_000) from change in Gen.Choose(1, 255) select (at, change)).ToArbitrary(),
        (one, damage) =>
        {
            Aggregator some = Of(one.Query, one.Tables[0].ToFacts());
            byte[] states = some.ToStates();
            byte[] changed = [.. states];
            changed[damage.at % changed.Length] ^= (byte)damage.change;
            Assert.Throws<StatesException>(() => some.Merge(changed));
            Assert.Throws<StatesException>(() => some.Merge(states.AsSpan(0, damage.at % states.Length)));
            Assert.Throws<StatesException>(() => some.Merge([.. states, (byte)damage.change]));
            Assert.Equal(states, some.ToStates());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    /// <summary>One byte is another, one is gone, or a number of rows stands there that is hardly or no more to be counted.</summary>
    private static readonly Gen<Func<byte[], int, byte[]>> Forgery = Gen.OneOf(
        Gen.Frequency((3, Gen.Choose(0, 3)), (1, Gen.Choose(0, 255))).Select(value => (Func<byte[], int, byte[]>)((body, at) => [.. body[..at], (byte)value, .. body[(at + 1)..]])),
        Gen.Constant<Func<byte[], int, byte[]>>((body, at) => [.. body[..at], .. body[(at + 1)..]]),
        Gen.Elements(byte.MinValue, (byte)0x3F, (byte)0x7F).Select(last => (Func<byte[], int, byte[]>)((body, at) => [.. body[..at], .. Enumerable.Repeat((byte)0xFF, 8), last, .. body[(at + 1)..]])));

    [Fact]
    public void Bytes_forged_with_a_fitting_hash_are_refused_or_are_the_one_form_of_other_states() => Prop.ForAll(
        CaseArbitrary.OneTable,
        (from at in Gen.Choose(0, 1_000_000) from forge in Forgery select (at, forge)).ToArbitrary(),
        (one, damage) =>
        {
            byte[] states = Of(one.Query, one.Tables[0].ToFacts()).ToStates();
            if (states.Length == Header + Seal) return;
            byte[] forged = Sealed(damage.forge(states[..^Seal], Header + (damage.at % (states.Length - Header - Seal))));
            Aggregator read = new(one.Query);
            if (Merges(read, forged))
            {
                Assert.Equal(forged, read.ToStates());
                Assert.NotEmpty(read.Result().ToJson());
            }

            // Into one that holds something, and again into that: all of it is added, or nothing.
            Aggregator some = Of(one.Query, one.Tables[0].ToFacts());
            for (int times = 0; times < 3; times++)
            {
                byte[] before = some.ToStates();
                if (!Merges(some, forged)) Assert.Equal(before, some.ToStates());
                Assert.NotEmpty(some.Result().ToJson());
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static bool Merges(Aggregator into, byte[] states)
    {
        try
        {
            into.Merge(states);
            return true;
        }
        catch (StatesException refused)
        {
            Assert.InRange(refused.Offset, 0, states.Length);
            return false;
        }
    }

    private static byte[] Sealed(byte[] body) => [.. body, .. System.Security.Cryptography.SHA256.HashData(body)];

    [Fact]
    public void Bytes_at_random_are_refused() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 255)).ToArbitrary(),
        Gen.Choose(0, 5).ToArbitrary(),
        (bytes, begin) =>
        {
            byte[] given = [.. "SKPI"u8.ToArray().Append((byte)1).Take(begin), .. bytes.Select(value => (byte)value)];
            StatesException refused = Assert.Throws<StatesException>(() => new Aggregator(KpiQuery.Of(Kpis.ClickThroughRate)).Merge(given));
            Assert.InRange(refused.Offset, 0, given.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Aggregator Of(KpiQuery query, params Facts[] chunks)
    {
        Aggregator aggregator = new(query);
        foreach (Facts chunk in chunks) aggregator.Add(chunk);
        return aggregator;
    }

    private static IEnumerable<Facts> Chunks(NaiveTable table, int parts) =>
        Enumerable.Range(0, parts).Select(part => (table with { Raw = [.. table.Raw.Where((_, i) => i * 31 % parts == part)] }).ToFacts());
}
