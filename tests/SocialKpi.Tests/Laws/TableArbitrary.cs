using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>Random tables: few rows, few values, blanks of each kind, names and figures that trip careless code; shrunk row by row, then cell by cell.</summary>
internal static class TableArbitrary
{
    /// <summary>Zeros, small numbers, and numbers of either sign with decimals.</summary>
    internal static Gen<decimal> Everyday(int decimals) => Gen.Frequency(
        (3, Gen.Constant(0m)),
        (8, Gen.Choose(1, 20).Select(n => (decimal)n)),
        (4, from digits in Gen.Choose(-2_000_000, 2_000_000) from scale in Gen.Choose(0, decimals) select new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale)));

    /// <summary>Figures that use all 18 digits a column may have, beside everyday ones.</summary>
    internal static Gen<decimal> Huge(byte scale) => Gen.Frequency(
        (1, Gen.Choose(0, 3).Select(n => (decimal)n)),
        (2, from near in Gen.Choose(0, 1000) from sign in Gen.Elements(1, -1) select sign * (999_999_999_999_999_999m - near) * new decimal(1, 0, 0, false, scale)));

    internal static Gen<decimal?> Score { get; } = Gen.Frequency((2, Gen.Constant<decimal?>(null)), (8, Gen.Choose(0, 10).Select(n => (decimal?)n)));

    /// <summary>What a stock may stand at: few values, so that the same one returns; a debt is below zero.</summary>
    private static Gen<decimal> Level { get; } = Gen.Elements(0m, 5m, 5m, 5m, 12m, 12.5m, 1_000m, -3m);

    /// <summary>The values of the dimensions; null is blank, an empty text is a value of its own.</summary>
    internal static IReadOnlyList<string?> Brands { get; } = ["acme", "Acme", "", null, "x | y\n\"z\", =1", "ıİß"];

    internal static IReadOnlyList<string?> Types { get; } = ["photo", "video", null];

    internal static Gen<NaiveTable> Of(TimeKind time, Gen<Currency> currencies) =>
        from size in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 6)), (4, Gen.Choose(7, 40)))
        from likes in WithBlanks(Everyday(3))
        from saves in WithBlanks(Everyday(6))
        from reach in WithBlanks(Everyday(3))
        from spend in WithBlanks(Everyday(6))
        from scale in Gen.Choose(0, 6)
        from views in WithBlanks(Huge((byte)scale))
        from followers in WithBlanks(Level)
        from members in WithBlanks(Level)
        from budget in WithBlanks(Level)
        from people in WithBlanks(Everyday(3).Select(Math.Abs))
        from rows in Gen.ListOf(Row([likes, saves, reach, spend, views, Score, followers, members, budget, people]), size)
        from blanks in Gen.ListOf(Gen.Elements(Enum.GetValues<Blank>()), NaiveTable.Columns.Count)
        from currency in currencies
        select new NaiveTable([.. rows], [.. blanks], currency, time);

    private static Gen<Gen<decimal?>> WithBlanks(Gen<decimal> known) =>
        Gen.Elements(0, 1, 4).Select(blanks => Gen.Frequency((blanks, Gen.Constant<decimal?>(null)), (10, known.Select(value => (decimal?)value))));

    private static Gen<RawRow> Row(IReadOnlyList<Gen<decimal?>> columns) =>
        from brand in Gen.Frequency((1, Gen.Constant<string?>(Brands[0])), (2, Gen.Elements(Brands.ToArray())))
        from type in Gen.Elements(Types.ToArray())
        from third in Gen.Elements("(blank)", "all", null)
        from figures in Gen.CollectToList(columns, column => column)
        from day in Gen.Frequency((3, Gen.Choose(0, 120)), (1, Gen.Elements(16, 17, 47, 48)))
        from time in Gen.Frequency((3, Gen.Choose(0, 23).Select(hour => new LocalTime(hour, 30))), (1, Gen.Constant(LocalTime.Midnight)))
        select new RawRow([brand, type, third], [.. figures], new LocalDate(2023, 12, 15).PlusDays(day).At(time));

    internal static IEnumerable<NaiveTable> Shrink(NaiveTable table)
    {
        int half = table.Raw.Count / 2;
        if (half > 0)
        {
            yield return table with { Raw = [.. table.Raw.Take(half)] };
            yield return table with { Raw = [.. table.Raw.Skip(half)] };
        }

        for (int i = 0; i < table.Raw.Count; i++)
        {
            int at = i;
            yield return table with { Raw = [.. table.Raw.Where((_, index) => index != at)] };
        }

        for (int column = 0; column < NaiveTable.Columns.Count; column++)
        {
            int at = column;
            if (table.Blanks[at] != Blank.Unknown)
                yield return table with { Blanks = [.. table.Blanks.Select((blank, i) => i == at ? Blank.Unknown : blank)] };
            if (table.Raw.Any(row => row.Figures[at] is not null))
                yield return table with { Raw = [.. table.Raw.Select(row => row with { Figures = [.. row.Figures.Select((figure, i) => i == at ? null : figure)] })] };
        }

        for (int i = 0; i < table.Raw.Count && table.Raw.Count <= 4; i++)
        {
            foreach (RawRow simpler in Shrink(table.Raw[i]))
            {
                int at = i;
                yield return table with { Raw = [.. table.Raw.Select((row, index) => index == at ? simpler : row)] };
            }
        }
    }

    private static IEnumerable<RawRow> Shrink(RawRow row)
    {
        for (int i = 0; i < row.Figures.Count; i++)
        {
            if (row.Figures[i] is not (null or 1m or 0m))
            {
                int at = i;
                yield return row with { Figures = [.. row.Figures.Select((figure, index) => index == at ? 1m : figure)] };
            }
        }

        for (int i = 0; i < row.Texts.Count; i++)
        {
            string plain = i == 0 ? "acme" : i == 1 ? "photo" : "all";
            if (row.Texts[i] != plain)
            {
                int at = i;
                yield return row with { Texts = [.. row.Texts.Select((text, index) => index == at ? plain : text)] };
            }
        }

        LocalDateTime first = new(2024, 1, 1, 0, 0);
        if (row.Moment != first)
            yield return row with { Moment = first };
    }
}
