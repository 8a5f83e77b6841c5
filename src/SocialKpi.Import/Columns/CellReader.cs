namespace SocialKpi.Import;

/// <summary>One mapped column in its place in the file: its text, its blanks, its numbers.</summary>
internal sealed class CellReader(ColumnName name, int index, NumberSigns signs)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _blanks =
        new HashSet<string>(name.Blanks, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public int Index => index;

    public string Name => name.Name;

    /// <summary>Whether some number read so far had group signs.</summary>
    public bool HasGroups { get; private set; }

    public bool IsBlank(ReadOnlySpan<char> text) => text.IsEmpty || _blanks.Contains(text);

    /// <summary>The number in the cell, or null for a blank.</summary>
    public Problem? Read(CsvRecord record, out ExactNumber? number)
    {
        number = null;
        ReadOnlySpan<char> text = record.Cell(index);
        if (IsBlank(text)) return null;
        if (NumberText.Read(text, signs, out ExactNumber read, out bool isGrouped) is { } reason) return new Problem(index, reason);
        HasGroups |= isGrouped;
        number = read;
        return null;
    }

    public IEnumerable<string> GroupNotes => HasGroups ? [$"Numbers with group signs in column '{Name}' were read in the number culture '{signs.Culture}'."] : [];
}
