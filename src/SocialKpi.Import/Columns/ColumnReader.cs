namespace SocialKpi.Import;

/// <summary>Why a row is rejected: the column where it goes wrong, whether the row as a whole must be shown to see it, and the reason.</summary>
internal readonly record struct Problem(int Column, string Reason, bool IsOfRow = false);

/// <summary>
/// Reads its part of each record into a column of facts, in two steps: a row counts only when all columns have understood
/// it, so what <see cref="Read"/> found is kept by <see cref="Accept"/> or forgotten.
/// </summary>
internal abstract class ColumnReader
{
    /// <summary>Reads from the record; null when it is understood.</summary>
    public abstract Problem? Read(CsvRecord record);

    /// <summary>Keeps what was read last.</summary>
    public abstract void Accept(long line);

    /// <summary>Hands the column over.</summary>
    public abstract void Describe(FactColumns facts);

    /// <summary>Why what was accepted cannot stand in one column, or null.</summary>
    public virtual string? Misfit => null;

    /// <summary>What was assumed while reading, a sentence each.</summary>
    public virtual IEnumerable<string> Notes => [];
}
