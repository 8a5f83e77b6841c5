using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using static SocialKpi.Tests.Laws.NaiveTable;

namespace SocialKpi.Tests.Laws;

/// <summary>Random measures, formulas and KPIs over the columns of <see cref="NaiveTable"/>.</summary>
internal static class KpiArbitrary
{
    /// <summary>Units a formula may have; a KPI takes the first that its formula allows.</summary>
    private static readonly Unit[] Units = [Unit.Number, Unit.Ratio, Unit.Count, Unit.Money, Unit.Points];

    private static readonly ConcurrentDictionary<int, Gen<Formula>> Plains = new();

    private static readonly ConcurrentDictionary<int, Gen<Formula>> Amounts = new();

    private static readonly Condition[] Conditions =
    [
        .. TableArbitrary.Brands.OfType<string>().Select(value => SocialKpi.Condition.Is("brand", value)),
        SocialKpi.Condition.In("brand", "acme", ""), SocialKpi.Condition.Missing("brand"), SocialKpi.Condition.Is("type", "photo"), SocialKpi.Condition.Missing("type"),
        SocialKpi.Condition.Between("score", 9, 10), SocialKpi.Condition.AtMost("score", 6), SocialKpi.Condition.AtLeast("score", 5), SocialKpi.Condition.Is("score", 7m),
        SocialKpi.Condition.In("score", 0m, 10m), SocialKpi.Condition.Missing("score"), SocialKpi.Condition.AtLeast("likes", 1),
    ];

    internal static Gen<Condition> Condition { get; } = Gen.Elements(Conditions);

    private static Gen<Measure> Recorded { get; } = Gen.Elements(Likes, Saves, Reach);

    private static Gen<Measure> Counts { get; } = Gen.Frequency(
        (8, Recorded),
        (1, Gen.Constant(Views)),
        (1, Gen.Constant(Measure.Count("answers", of: "score"))),
        (1, Recorded.Select(m => Measure.Mean($"mean_{m.Id}", Unit.Count, m.Id))),
        (1, Gen.Constant(Measure.Sum("likes_and_saves", Unit.Count, Likes + Saves))),
        (1, Gen.Constant(Measure.Mean("mean_both", Unit.Count, Likes + Saves))),
        (1, Gen.Elements(Likes, Saves, Views).Select(m => Measure.Median($"median_{m.Id}", Unit.Count, m.Id))),
        (1, Gen.Constant(Measure.Median("median_both", Unit.Count, Likes + Saves))),
        (1, Percentiles("views", Unit.Count)),
        (1, Percentiles("likes", Unit.Count)),
        (2, Gen.Elements("brand", "type").Select(dimension => Measure.Distinct($"different_{dimension}", dimension))),
        (1, Gen.Constant(Measure.Sum("doubled", Unit.Count, Likes * 2 - Saves))),
        (2, Gen.Constant(People)),
        (3, Stocks),
        (5, Gen.Choose(1, 3).SelectMany(RowFormula).SelectMany(OfRows)));

    private static Gen<Measure> Stocks => Gen.Elements(Followers, Followers, Members, Both);

    private static Gen<Measure> AnyStock { get; } = Gen.Elements(Followers, Followers, Members, Both, Budget);

    /// <summary>A stock that is calculated row by row, of entities that two dimensions name.</summary>
    private static Measure Both => Measure.Snapshot("both_stocks", Unit.Count, Likes + Saves, per: ["brand", "type"], staleAfterDays: 20);

    private static Gen<Measure> Percentiles(string of, Unit unit) =>
        from percent in Gen.Elements(0m, 100m / 8, 25m, 50m, 66.6m, 90m, 100m)
        from type in Gen.Elements(Enum.GetValues<QuantileType>())
        select Measure.Percentile(FormattableString.Invariant($"p_{of}_{percent * 10:0}_{type}").ToLowerInvariant(), unit, of, percent, type);

    private static readonly ConcurrentDictionary<int, Gen<Formula>> RowFormulas = new();

    /// <summary>What a row gives: sums, differences, products and quotients of figures, some under a condition, and of constants.</summary>
    internal static Gen<Formula> RowFormula(int depth) => RowFormulas.GetOrAdd(depth, _ => depth <= 0
        ? Gen.Frequency(
            (6, Sometimes(Recorded).Select(measure => (Formula)measure)),
            (1, Gen.Constant<Formula>(Views)),
            (1, Gen.Constant<Formula>(Measure.Sum("rate_of_row", Unit.Ratio, Likes / Reach))),
            (2, Gen.Elements(1m, 2m, 5m, 0.5m, -3m).Select(SocialKpi.Formula.Constant)))
        : from operation in Gen.Elements(Operation.Add, Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide)
          from left in RowFormula(depth - 1)
          from right in Gen.Choose(0, depth - 1).SelectMany(RowFormula)
          select Make(operation, left, right));

    /// <summary>A measure of a row formula; only names may differ where the formulas do.</summary>
    private static Gen<Measure> OfRows(Formula formula) => Gen.Elements(
        Aggregation.Sum, Aggregation.Mean, Aggregation.Median, Aggregation.Snapshot(["brand", "type"], 20)).Select(aggregation => Named(aggregation, formula) ?? Likes);

    private static Measure? Named(Aggregation aggregation, Formula formula)
    {
        string id = "row_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{aggregation.Name} {formula}")))[..12];
        bool Fits(Unit unit)
        {
            List<DefinitionIssue> issues = [];
            SocialKpi.RowFormula.Check(id, formula, aggregation, unit, issues);
            return issues.Count == 0;
        }

        return Units.Where(Fits).Select(unit => Measure.Define(id, unit, aggregation, formula, [])).FirstOrDefault();
    }

    private static Gen<Measure> Rates { get; } = Gen.Elements(
        Measure.Mean("mean_rate", Unit.Ratio, Likes / Reach),
        Measure.Mean("mean_rate_both", Unit.Ratio, (Likes + Saves) / Reach),
        Measure.Sum("summed_rates", Unit.Ratio, Likes / Reach),
        Measure.Median("median_rate", Unit.Ratio, Likes / Reach),
        Measure.Percentile("rate_12_5", Unit.Ratio, Likes / Reach, 12.5m, QuantileType.MedianUnbiased));

    private static Gen<Measure> Money { get; } = Gen.Elements(Spend, Spend, Spend, Measure.Mean("mean_cost", Unit.Money, Spend / Likes), Measure.Mean("mean_spend", Unit.Money, "spend"),
        Budget, Measure.Median("median_spend", Unit.Money, "spend"), Measure.Percentile("cost_75", Unit.Money, Spend / Likes, 75));

    internal static Gen<Measure> AnyMeasure { get; } = Gen.OneOf(Sometimes(Counts), Sometimes(Rates), Sometimes(Money));

    /// <summary>Any formula that a KPI may have.</summary>
    internal static Gen<Formula> Formula { get; } = Gen.Sized(size => Gen.OneOf(Plain(Math.Min(size / 12, 4)), Plain(Math.Min(size / 12, 4)), Amount(Math.Min(size / 12, 3))));

    internal static Gen<Kpi> Kpi { get; } = Formula.Select(formula => TryDefine("any", formula)).Where(kpi => kpi is not null).Select(kpi => kpi!);

    private static Gen<Context> Time { get; } = Gen.Elements(
        SocialKpi.Context.Previous, SocialKpi.Context.Previous, SocialKpi.Context.Ago(1, Grain.Month), SocialKpi.Context.Ago(1, Grain.Year), SocialKpi.Context.Ago(5, Grain.Day),
        SocialKpi.Context.Trailing(28, Grain.Day), SocialKpi.Context.Trailing(2, Grain.Month), SocialKpi.Context.Trailing(1, Grain.Week),
        SocialKpi.Context.ToDate(Grain.Year), SocialKpi.Context.ToDate(Grain.Month), SocialKpi.Context.ToDate(Grain.Week), SocialKpi.Context.Opening);

    /// <summary>A KPI that also looks at another time, as a change against the period before does.</summary>
    internal static Gen<Kpi> AtOtherTimes(Kpi kpi) => Gen.Frequency(
        (3, Gen.Constant(kpi)),
        (2, from stock in Sometimes(AnyStock) from growth in Growth(stock) select TryDefine(kpi.Id, growth) ?? kpi),
        (1, from stock in Sometimes(AnyStock) from growth in Growth(stock) from operation in Gen.Elements(Enum.GetValues<Operation>()) select TryDefine(kpi.Id, Make(operation, kpi.Formula, growth)) ?? kpi),
        (1, Time.Select(time => TryDefine(kpi.Id, kpi.Formula.At(time)) ?? kpi)),
        (1, Time.Select(time => TryDefine(kpi.Id, (kpi.Formula / kpi.Formula.At(time)) - 1) ?? kpi)),
        (1, from outer in Time from inner in Time select TryDefine(kpi.Id, kpi.Formula - kpi.Formula.At(inner).At(outer)) ?? kpi));

    /// <summary>A KPI that compares a stock with itself at another moment.</summary>
    internal static Gen<Kpi> GrowthKpi { get; } =
        (from stock in Sometimes(AnyStock) from growth in Growth(stock) select TryDefine("growth", growth)).Where(kpi => kpi is not null).Select(kpi => kpi!);

    /// <summary>A stock at one moment against itself at another.</summary>
    private static Gen<Formula> Growth(Measure stock) =>
        from now in AtSomeMoment(stock)
        from before in AtSomeMoment(stock)
        from operation in Gen.Elements(Operation.Divide, Operation.Subtract)
        select Make(operation, now, before);

    private static Gen<Formula> AtSomeMoment(Measure stock) => Gen.Frequency(
        (3, Gen.Constant<Formula>(stock)),
        (3, Gen.Constant(stock.At(SocialKpi.Context.Opening))),
        (2, Time.Select(time => stock.At(time))),
        (1, from outer in Time from inner in Time select stock.At(inner).At(outer)),
        (1, from time in Time from dimension in Gen.Elements("brand", "type") select stock.At(SocialKpi.Context.Across(dimension)).At(time)));

    internal static Kpi? TryDefine(string id, Formula formula)
    {
        Unit[] allowed = [.. Units.Where(unit => KpiRules.Check(id, formula, unit).Count == 0)];
        return allowed.Length > 0 ? SocialKpi.Kpi.Define(id, formula, allowed[0], Direction.Neutral) : null;
    }

    internal static IEnumerable<Formula> Shrink(Formula formula) => formula switch
    {
        BinaryFormula binary =>
        [
            binary.Left, binary.Right,
            .. Shrink(binary.Left).Select(left => Make(binary.Operation, left, binary.Right)),
            .. Shrink(binary.Right).Select(right => Make(binary.Operation, binary.Left, right)),
        ],
        Measure { RowValue: BinaryFormula row } measure when measure.Id.StartsWith("row_", StringComparison.Ordinal) && measure.Conditions.Count == 0 =>
            Shrink(row).Select(smaller => Named(measure.Aggregation, smaller)).OfType<Measure>(),
        ContextFormula context => [context.Inner, .. Shrink(context.Inner).Select(inner => inner.At(context.Context))],
        ConstantFormula constant when constant.Value is not (1 or 2) => [SocialKpi.Formula.Constant(2)],
        _ => [],
    };

    private static Formula Make(Operation operation, Formula left, Formula right) => operation switch
    {
        Operation.Add => left + right,
        Operation.Subtract => left - right,
        Operation.Multiply => left * right,
        _ => left / right,
    };

    private static Gen<Measure> Sometimes(Gen<Measure> measures) => Gen.Frequency(
        (4, measures),
        (1, from measure in measures from condition in Condition select measure.Where(condition, $"{measure.Id}_where_{Array.IndexOf(Conditions, condition)}")));

    // Made once a depth: composed anew for every sample they would cost more than all the laws.
    private static Gen<Formula> Plain(int depth) => Plains.GetOrAdd(depth, PlainOf);

    private static Gen<Formula> Amount(int depth) => Amounts.GetOrAdd(depth, AmountOf);

    private static Gen<Formula> PlainOf(int depth) => depth <= 0
        ? Gen.Frequency((6, Sometimes(Counts).Select(m => (Formula)m)), (1, Sometimes(Rates).Select(m => (Formula)m)), (1, Gen.Elements(0m, 1m, 2m, 100m, 0.5m, -3m).Select(SocialKpi.Formula.Constant)))
        : Gen.Frequency(
            (2, Plain(0)),
            (3, from left in Plain(depth - 1) from right in Plain(depth - 1) select left / right),
            (1, from left in Plain(depth - 1) from right in Plain(depth - 1) select left + right),
            (1, from left in Plain(depth - 1) from right in Plain(depth - 1) select left - right),
            (1, from left in Plain(depth - 1) from right in Plain(depth - 1) select left * right),
            (1, from inner in Plain(depth - 1) from dimension in Gen.Elements("brand", "type") select inner.At(Context.Across(dimension))),
            (1, from left in Amount(depth - 1) from right in Amount(depth - 1) select left / right));

    private static Gen<Formula> AmountOf(int depth) => depth <= 0
        ? Sometimes(Money).Select(m => (Formula)m)
        : Gen.Frequency(
            (1, Amount(0)),
            (2, from left in Amount(depth - 1) from right in Plain(depth - 1) select left / right),
            (1, from left in Amount(depth - 1) from right in Plain(depth - 1) select left * right),
            (1, from left in Amount(depth - 1) from right in Amount(depth - 1) select left + right),
            (1, from left in Amount(depth - 1) from right in Amount(depth - 1) select left - right),
            (1, Amount(depth - 1).Select(inner => inner.At(Context.Across("brand")))));
}
