using System.Globalization;

namespace SocialKpi;

/// <summary>The figures that a column was described with, and how they become one when it is known which rows stay.</summary>
/// <param name="Length">How many rows there are.</param>
/// <param name="Known">Which rows have a figure; empty when the figures say so themselves.</param>
/// <param name="Make">Makes the column.</param>
internal sealed record FigureSource(int Length, ReadOnlyMemory<bool> Known, FigureSource.Maker Make)
{
    /// <summary>Makes a column of the rows selected; what is wrong with figures is added to the issues.</summary>
    public delegate ValueColumn Maker(string name, Unit unit, Blank blank, RowSelection rows, List<FactsIssue> issues);

    public static FigureSource Of(IReadOnlyList<decimal?> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new(figures.Count, default, (name, unit, blank, rows, issues) => ValueColumn.From(name, unit, row => figures[row], blank, rows, issues));
    }

    public static FigureSource Of(ScaledColumn integers, ReadOnlyMemory<bool> known) => new(
        integers.Length, known, (name, unit, blank, rows, issues) => ValueColumn.Borrowed(name, unit, 0, integers, known, blank, rows, issues));

    public static FigureSource Of(WrittenFigures figures) => new(
        figures.Count, default, (name, unit, blank, rows, issues) => rows.IsAll && figures.TryAlign(out ScaledColumn integers, out int decimals)
            ? ValueColumn.Borrowed(name, unit, decimals, integers, figures.Known(), blank, rows, issues)
            : ValueColumn.From(name, unit, row => figures[row], blank, rows, issues));

    public static FigureSource Of(ReadOnlyMemory<decimal> figures, ReadOnlyMemory<bool> known) => new(
        figures.Length, known, (name, unit, blank, rows, issues) => ValueColumn.From(
            name, unit, row => IsKnown(known, row) ? figures.Span[row] : null, blank, rows, issues));

    public static FigureSource Of(ReadOnlyMemory<double> figures, ReadOnlyMemory<bool> known) => new(
        figures.Length, known, (name, unit, blank, rows, issues) => ValueColumn.From(
            name, unit, row => IsKnown(known, row) ? Exact(name, row, figures.Span[row], issues) : null, blank, rows, issues));

    /// <summary>The same figures, none of them negative: a sum of people with a negative number among them would have bounds that do not hold.</summary>
    public FigureSource OfPeople() => this with
    {
        Make = (name, unit, blank, rows, issues) =>
        {
            ValueColumn column = Make(name, unit, blank, rows, issues);
            for (int i = 0; column.Scaled.Least < 0 && i < rows.Count; i++)
            {
                if (column.IsKnown(i) && column.Scaled[i] < 0)
                    issues.Add(new(name, rows[i], string.Create(CultureInfo.InvariantCulture, $"{column.FigureAt(i)} is no number of people; say null where it is not known")));
            }

            return column;
        },
    };

    /// <summary>A double by its shortest text; one that is no exact figure is an issue.</summary>
    public static decimal? Exact(string column, int row, double number, List<FactsIssue> issues)
    {
        if (ExactNumber.TryFromDouble(number, out decimal exact)) return exact;
        issues.Add(new(column, row, string.Create(CultureInfo.InvariantCulture, $"{number} is not a figure that can be recorded exactly; leave it blank where it is not known")));
        return null;
    }

    private static bool IsKnown(ReadOnlyMemory<bool> known, int row) => known.IsEmpty || known.Span[row];
}
