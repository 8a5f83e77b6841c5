using FsCheck;
using FsCheck.Fluent;
using SocialKpi.Tests.Laws;

namespace SocialKpi.Tests.Readings.States;

public sealed class StateFormLaws
{
    private static readonly Gen<CellState> Means = from sum in MergeLaws.Sums from outside in Gen.Choose(0, 300) select (CellState)MeanState.Of(sum, outside);

    private static readonly Gen<CellState> Any = Gen.OneOf(MergeLaws.Sums.Select(sum => (CellState)sum), Means, MergeLaws.Values, MergeLaws.Ids, MergeLaws.Stocks, MergeLaws.People);

    [Fact]
    public void A_state_of_any_kind_comes_back_as_it_was() => Prop.ForAll(Any.ToArbitrary(), state => Assert.Equal(state, Read(Write(state)))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Equal_states_are_the_same_bytes_however_they_were_merged() => Prop.ForAll(
        Gen.OneOf(Pairs(MergeLaws.Sums.Select(sum => (CellState)sum)), Pairs(Means), Pairs(MergeLaws.Values), Pairs(MergeLaws.Ids), Pairs(MergeLaws.Stocks), Pairs(MergeLaws.People)).ToArbitrary(),
        pair => Assert.Equal(Write(pair.First.Merge(pair.Second)), Write(pair.Second.Merge(pair.First)))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Changed_bytes_are_refused_or_are_the_one_form_of_another_state() => Prop.ForAll(
        (from state in Any from at in Gen.Choose(0, 1000) from change in Gen.Choose(1, 255) from cut in Gen.Choose(0, 3) select (Write(state), at, change, cut)).ToArbitrary(),
        one =>
        {
            (byte[] bytes, int at, int change, int cut) = one;
            bytes[at % bytes.Length] ^= (byte)change;
            IsRefusedOrWrittenAgain(bytes[..^Math.Min(cut, bytes.Length - 1)]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Bytes_at_random_are_refused_or_are_the_one_form_of_a_state() => Prop.ForAll(
        (from kind in Gen.Choose(0, 7) from rest in Gen.ListOf(Gen.Frequency((3, Gen.Choose(0, 4)), (1, Gen.Choose(0, 255)))) select (byte[])[(byte)kind, .. rest.Select(value => (byte)value)]).ToArbitrary(),
        IsRefusedOrWrittenAgain).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static Gen<(CellState First, CellState Second)> Pairs(Gen<CellState> states) => from first in states from second in states select (first, second);

    private static void IsRefusedOrWrittenAgain(byte[] bytes)
    {
        StatesReader from = new(bytes, 0);
        CellState state;
        try
        {
            state = StateForm.Read(ref from);
        }
        catch (StatesException refused)
        {
            Assert.InRange(refused.Offset, 0, bytes.Length);
            return;
        }

        Assert.Equal(bytes[..from.Offset], Write(state));
    }

    private static byte[] Write(CellState state)
    {
        StatesWriter to = new();
        StateForm.Write(to, state);
        return to.Written.ToArray();
    }

    private static CellState Read(byte[] bytes)
    {
        StatesReader from = new(bytes, 0);
        CellState state = StateForm.Read(ref from);
        Assert.True(from.IsAtEnd);
        return state;
    }
}
