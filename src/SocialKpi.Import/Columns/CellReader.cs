using System.Globalization;

namespace SocialKpi.Import;

/// <summary>One mapped column in its place in the file: its text, its blanks, its numbers, and what is to be said of them.</summary>
/// <remarks>What the notes say is about accepted rows: they see a number when <see cref="Accept"/> follows its reading.</remarks>
internal sealed class CellReader(ColumnName name, int index, NumberSigns signs)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _blanks =
        new HashSet<string>(name.Blanks, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private bool _isGrouped;
    private bool _hasDecimalSign;
    private string? _fraction;
    private bool _hasGroups;
    private int _fractions;
    private (string Text, long Line) _firstFraction;

    public int Index => index;

    public string Name => name.Name;

    /// <summary>The first line with a decimal sign in a number, or null.</summary>
    public long? FirstDecimalSign { get; private set; }

    public IEnumerable<string> GroupNotes => _hasGroups ? [$"Numbers with group signs in column '{Name}' were read in the number culture '{signs.Culture}'."] : [];

    /// <summary>The note that a column of counts should have: a decimal sign that is the thousands sign of the file gives fractions.</summary>
    public IEnumerable<string> FractionNotes => _fractions == 0 ? [] : [string.Create(
        CultureInfo.InvariantCulture,
        $"{_fractions} {(_fractions == 1 ? "cell of column" : "cells of column")} '{Name}' {(_fractions == 1 ? "has" : "have")} a fraction, {(_fractions == 1 ? "" : "the first ")}on line {_firstFraction.Line}: '{_firstFraction.Text}'. Counts are whole: is the number culture right?")];

    public bool IsBlank(ReadOnlySpan<char> text) => text.IsEmpty || _blanks.Contains(text);

    /// <summary>The number in the cell, or null for a blank.</summary>
    public Problem? Read(CsvRecord record, out ExactNumber? number)
    {
        number = null;
        (_isGrouped, _hasDecimalSign, _fraction) = (false, false, null);
        ReadOnlySpan<char> text = record.Cell(index);
        if (IsBlank(text)) return null;
        if (NumberText.Read(text, signs, out ExactNumber read, out _isGrouped, out _hasDecimalSign) is { } reason) return new Problem(index, reason);

        // Only the first is quoted; the others need no text of their own.
        if (read.Decimals > 0) _fraction = _fractions == 0 ? CsvRecord.Shorten(text.ToString()) : "";
        number = read;
        return null;
    }

    /// <summary>Takes what was read last into the notes.</summary>
    public void Accept(long line)
    {
        _hasGroups |= _isGrouped;
        if (_hasDecimalSign) FirstDecimalSign ??= line;
        if (_fraction is null) return;
        if (_fractions++ == 0) _firstFraction = (_fraction, line);
    }
}
