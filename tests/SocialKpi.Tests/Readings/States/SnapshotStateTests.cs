using NodaTime;

namespace SocialKpi.Tests.Readings.States;

public sealed class SnapshotStateTests
{
    private static readonly LocalDate Monday = new(2024, 1, 1);

    [Fact]
    public void Merge_OfOneEntityInBoth_TheLaterValueStands()
    {
        CellState both = Of(("acme", Monday, 10), ("zeta", Monday, 1)).Merge(Of(("acme", Monday.PlusDays(1), 12)));
        Assert.Equal((13m, 3L), (both.Finalise().Value, both.Rows));
        Assert.Equal(["acme", "zeta"], ((SnapshotState)both).Entities.Keys);
    }

    [Fact]
    public void Merge_OfAnUnknownLaterRow_KeepsTheKnownValue()
    {
        SnapshotState unknown = SnapshotState.Of([KeyValuePair.Create("acme", SnapshotValue.Unknown(new(2026, 1, 1)))], rows: 0);
        Assert.Equal(10, Of(("acme", Monday, 10)).Merge(unknown).Finalise().Value);
        Assert.Equal(10, unknown.Merge(Of(("acme", Monday, 10))).Finalise().Value);
    }

    [Fact]
    public void Finalise_OfDifferentValuesAtTheLastMoment_ConflictsUntilALaterOne()
    {
        CellState torn = Of(("acme", Monday, 10)).Merge(Of(("acme", Monday, 12)));
        Assert.Equal(Absence.Conflicting, torn.Finalise().Absence);
        Assert.Equal([10, 12], ((SnapshotState)torn).Entities["acme"].Scaled);
        Assert.Equal(0, ((SnapshotState)torn).Entities["acme"].Decimals);
        Assert.Equal(7, torn.Merge(Of(("acme", Monday.PlusDays(1), 7))).Finalise().Value);
        Assert.Equal(10, Of(("acme", Monday, 10)).Merge(Of(("acme", Monday, 10.00m))).Finalise().Value);
    }

    [Fact]
    public void Finalise_OfASumBeyondADecimal_IsOutOfRange()
    {
        Assert.Equal(Absence.OutOfRange, Of(("acme", Monday, decimal.MaxValue), ("zeta", Monday, 1)).Finalise().Absence);
        Assert.Equal(decimal.MaxValue - 1, Of(("acme", Monday, decimal.MaxValue), ("zeta", Monday, -1)).Finalise().Value);
    }

    [Fact]
    public void Finalise_OfAValueBeyondADecimal_IsOutOfRangeUntilALaterOne()
    {
        SnapshotState Beyond(int day, int power) => SnapshotState.Of([KeyValuePair.Create("acme", SnapshotValue.At(Monday.PlusDays(day), 0, System.Numerics.BigInteger.Pow(10, power), 18))], 1);
        Assert.Equal(Absence.OutOfRange, Beyond(0, 50).Finalise().Absence);
        Assert.Equal(7, Beyond(0, 50).Merge(Of(("acme", Monday.PlusDays(1), 7))).Finalise().Value);
        Assert.Equal(Absence.Conflicting, Beyond(0, 50).Merge(Beyond(0, 18)).Finalise().Absence);
        Assert.Equal(1, Beyond(0, 18).Finalise().Value);
    }

    [Fact]
    public void Finalise_OfValuesThatNeedMoreDigitsThanADecimalHas_AddsBeforeItRounds()
    {
        // 33,333,333,333,333,333 1/3 has 35 digits with its 18 decimals; three of them and their remainder are whole again.
        System.Numerics.BigInteger third = System.Numerics.BigInteger.Pow(10, 35) / 3;
        SnapshotState thirds = SnapshotState.Of(
            new[] { third, third, third, 1 }.Select((scaled, i) => KeyValuePair.Create($"account {i}", SnapshotValue.At(Monday, 0, scaled, 18))), 4);
        Assert.Equal(100_000_000_000_000_000m, thirds.Finalise().Value);
    }

    [Fact]
    public void Finalise_OfRowsWithoutValues_TellsWhy()
    {
        Assert.Equal(Absence.NotApplicable, SnapshotState.Empty.Finalise().Absence);
        Assert.Equal(Absence.NotReported, SnapshotState.Of([], rows: 0, withoutEntity: 2).Finalise().Absence);
        Assert.Equal(0, SnapshotState.Of([], rows: 2).Finalise().Value);
    }

    [Fact]
    public void Finalise_OfMoneyInTwoCurrencies_HasNoFigure()
    {
        CellState both = Of(Currency.USD, ("acme", Monday, 1)).Merge(Of(Currency.EUR, ("zeta", Monday, 1)));
        Assert.Equal([Currency.EUR, Currency.USD], ((SnapshotState)both).Currencies);
        Assert.Equal(Absence.MixedCurrencies, both.Finalise().Absence);
    }

    [Fact]
    public void Finalise_OfAnEntityThatChangedItsCurrency_IsInTheLastOne()
    {
        CellState changed = Of(Currency.USD, ("acme", Monday, 100)).Merge(Of(Currency.EUR, ("acme", Monday.PlusDays(1), 90), ("zeta", Monday, 10)));
        Assert.Equal((100m, Currency.EUR), (changed.Finalise().Value, changed.Finalise().Currency));
        Assert.Equal([Currency.EUR], ((SnapshotState)changed).Currencies);

        CellState atOnce = Of(Currency.USD, ("acme", Monday, 100)).Merge(Of(Currency.EUR, ("acme", Monday, 100)));
        Assert.Equal(Absence.MixedCurrencies, atOnce.Finalise().Absence);
        Assert.Equal([Currency.EUR, Currency.USD], ((SnapshotState)atOnce).Entities["acme"].Currencies);
    }

    [Fact]
    public void Merge_OfAnotherKind_IsRefused() => Assert.Throws<ArgumentException>(() => SnapshotState.Empty.Merge(SumState.Empty));

    [Fact]
    public void Of_ImpossibleArguments_IsRefused()
    {
        Assert.Equal("rows", Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotState.Of([KeyValuePair.Create("acme", SnapshotValue.At(Monday, 0, 1))], rows: 0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotState.Of([], rows: 0, withoutEntity: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotValue.At(Monday, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotValue.At(Monday, 0, 1, decimals: 29));
    }

    private static SnapshotState Of(params (string Entity, LocalDate Day, decimal Value)[] rows) => Of(null, rows);

    private static SnapshotState Of(Currency? currency, params (string Entity, LocalDate Day, decimal Value)[] rows) =>
        SnapshotState.Of(rows.Select(row => KeyValuePair.Create(row.Entity, SnapshotValue.At(row.Day, 0, row.Value, currency is { } known ? [known] : []))), rows.Length);
}
