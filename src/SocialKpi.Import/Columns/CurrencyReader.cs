using System.Globalization;

namespace SocialKpi.Import;

/// <summary>The one currency of a money column: stated by the mapping, or the same in every row that has an amount.</summary>
internal sealed class CurrencyReader(CurrencySource source, CellReader? cell, string file)
{
    private (Currency Currency, long Line)? _first;
    private Currency? _read;

    public Currency Found => cell is null ? source.Stated : _first?.Currency ?? Currency.Unspecified;

    public Problem? Read(CsvRecord record, bool isNeeded)
    {
        _read = null;
        if (cell is null || !isNeeded) return null;
        ReadOnlySpan<char> text = record.Cell(cell.Index);
        if (cell.IsBlank(text)) return new Problem(cell.Index, "names no currency for the amount in this row");
        if (!Currency.TryParse(text.ToString(), out Currency currency)) return new Problem(cell.Index, "is not an ISO 4217 currency code, such as EUR");
        _read = currency;
        return null;
    }

    public void Accept(long line)
    {
        if (_read is not { } currency) return;
        _first ??= (currency, line);
        if (_first.Value.Currency == currency) return;
        throw new ImportException(file, line, cell!.Name, string.Create(
            CultureInfo.InvariantCulture,
            $"Two currencies in one column: {_first.Value.Currency.Code} on line {_first.Value.Line} and {currency.Code} here. Different currencies never add up: split the file by currency and read each part."));
    }
}
