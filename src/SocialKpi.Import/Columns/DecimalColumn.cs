using System.Collections;
using System.Globalization;

namespace SocialKpi.Import;

/// <summary>A growing column of exact numbers and blanks, 9 bytes a row.</summary>
internal sealed class DecimalColumn : IReadOnlyList<decimal?>
{
    private const sbyte BlankDecimals = -1;

    private readonly List<long> _units = [];
    private readonly List<sbyte> _decimals = [];
    private (ExactNumber Number, long Line) _largest;
    private (int Digits, long Line) _mostDecimals;

    public int Count => _units.Count;

    public decimal? this[int index] =>
        _decimals[index] == BlankDecimals ? null : new ExactNumber(_units[index], _decimals[index]).ToDecimal();

    /// <summary>Why the numbers cannot stand in one column, whose decimals all have the same length; null when they can.</summary>
    public string? Misfit
    {
        get
        {
            Int128 aligned = Math.Abs(_largest.Number.Units);
            for (int i = _largest.Number.Decimals; i < _mostDecimals.Digits; i++) aligned *= 10;
            return aligned <= long.MaxValue ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"{_largest.Number.ToDecimal()} on line {_largest.Line} and the {_mostDecimals.Digits} decimals of line {_mostDecimals.Line} need more than {ExactNumber.MaxDigits} digits together. Round the long decimals in the file, or read these lines apart.");
        }
    }

    public void Add(ExactNumber? number, long line)
    {
        if (number is not { } known)
        {
            _units.Add(0);
            _decimals.Add(BlankDecimals);
            return;
        }

        _units.Add(known.Units);
        _decimals.Add((sbyte)known.Decimals);
        if (known.Decimals > _mostDecimals.Digits) _mostDecimals = (known.Decimals, line);
        if (known.IsLargerThan(_largest.Number)) _largest = (known, line);
    }

    public IEnumerator<decimal?> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
