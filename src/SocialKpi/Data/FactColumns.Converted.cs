namespace SocialKpi;

/// <content>Money that is converted to one currency while it is loaded, at the rate of the day of its row.</content>
public sealed partial class FactColumns
{
    private readonly List<string> _converted = [];
    private readonly List<string> _conversions = [];

    /// <summary>A recorded money measure whose rows are in currencies of their own, converted at the rate of the day of each row.</summary>
    /// <param name="measure">The money measure.</param>
    /// <param name="values">The amount of each row; null where the cell was blank.</param>
    /// <param name="currencies">The ISO 4217 code of each amount; not looked at where there is no amount.</param>
    /// <param name="rates">The caller's rates; an amount in another currency without a rate on its day is refused.</param>
    /// <param name="blank">What a blank means.</param>
    public FactColumns Measure(Measure measure, IReadOnlyList<decimal?> values, IReadOnlyList<string?> currencies, ExchangeRates rates, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(currencies);
        _lengths.Add(($"{measure.Id}, its currencies", currencies.Count));
        ArgumentNullException.ThrowIfNull(values);
        return Converted(measure, values.Count, row => values[row], row => currencies[row], rates, blank);
    }

    /// <summary>A recorded money measure in one currency, converted to another at the rate of the day of each row.</summary>
    /// <param name="measure">The money measure.</param>
    /// <param name="values">The amount of each row; null where the cell was blank.</param>
    /// <param name="currency">The currency that the amounts are in.</param>
    /// <param name="rates">The caller's rates; an amount without a rate on its day is refused.</param>
    /// <param name="blank">What a blank means.</param>
    public FactColumns Measure(Measure measure, IReadOnlyList<decimal?> values, Currency currency, ExchangeRates rates, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(values);
        return Converted(measure, values.Count, row => values[row], _ => currency.Code, rates, blank);
    }

    internal FactColumns Converted(Measure measure, int rowCount, Func<int, decimal?> amountOf, Func<int, string?> codeOf, ExchangeRates rates, Blank blank)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(rates);
        _converted.Add(measure.Id);
        return Recorded(measure, rates.Currency, new FigureSource(rowCount, default, Make), blank);

        ValueColumn Make(string name, Unit unit, Blank meaning, RowSelection rows, List<FactsIssue> issues)
        {
            MoneyConversion conversion = new(name, rates, issues);
            ValueColumn column = ValueColumn.From(
                name, unit, row => amountOf(row) is { } amount ? conversion.Convert(row, amount, codeOf(row), _time!.At(row).Date) : null, meaning, rows, issues);
            _conversions.AddRange(conversion.Texts);
            return column;
        }
    }

    private void CheckConversionsHaveADay()
    {
        if (_time is not null) return;
        foreach (string id in _converted) _definitionIssues.Add(new($"measure {id}", "exchange rates are of a day, and the rows have no time; describe it with Time(…)"));
    }
}
