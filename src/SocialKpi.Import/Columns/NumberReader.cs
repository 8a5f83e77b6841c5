namespace SocialKpi.Import;

/// <summary>Reads the number of a measure from a record.</summary>
internal abstract class NumberReader
{
    /// <summary>The number, or null when the cells it needs are blank.</summary>
    public abstract Problem? Read(CsvRecord record, out ExactNumber? number);

    public virtual IEnumerable<string> Notes => [];

    public static NumberReader Of(MeasureSource source, Blank blank, Func<ColumnName, CellReader> cell) => source switch
    {
        MeasureSource.Cell one => new Single(cell(one.Column)),
        MeasureSource.Sum sum => new Total([.. sum.Parts.Select(cell)], blank),
        MeasureSource.RowsWhere where => new Matching(cell(where.Column), where.Condition),
        _ => new One(),
    };

    private sealed class Single(CellReader cell) : NumberReader
    {
        public override IEnumerable<string> Notes => cell.GroupNotes;

        public override Problem? Read(CsvRecord record, out ExactNumber? number) => cell.Read(record, out number);
    }

    private sealed class One : NumberReader
    {
        public override Problem? Read(CsvRecord record, out ExactNumber? number)
        {
            number = new ExactNumber(1, 0);
            return null;
        }
    }

    private sealed class Matching(CellReader cell, Condition condition) : NumberReader
    {
        public override Problem? Read(CsvRecord record, out ExactNumber? number)
        {
            number = null;
            if (condition.Numbers.Count > 0)
            {
                if (cell.Read(record, out ExactNumber? tested) is { } problem) return problem;
                if (tested is { } known) number = new ExactNumber(condition.Matches(known.ToDecimal()) == true ? 1 : 0, 0);
                return null;
            }

            ReadOnlySpan<char> text = record.Cell(cell.Index);
            if (condition.Matches(cell.IsBlank(text) ? null : text.ToString()) is { } matches) number = new ExactNumber(matches ? 1 : 0, 0);
            return null;
        }
    }

    /// <summary>A sum is unknown when a part is, unless a blank says that the part is zero or does not apply.</summary>
    private sealed class Total(CellReader[] parts, Blank blank) : NumberReader
    {
        public override IEnumerable<string> Notes => parts.SelectMany(part => part.GroupNotes);

        public override Problem? Read(CsvRecord record, out ExactNumber? number)
        {
            ExactNumber? sum = blank == Blank.Zero ? new ExactNumber(0, 0) : null;
            bool isUnknown = false;
            number = null;
            foreach (CellReader part in parts)
            {
                if (part.Read(record, out ExactNumber? read) is { } problem) return problem;
                if (read is not { } known)
                {
                    isUnknown |= blank == Blank.Unknown;
                    continue;
                }

                ExactNumber? next = ExactNumber.Sum(sum ?? default, known);
                if (next is null) return new Problem(part.Index, "makes a sum of more than 18 digits, which cannot be held exactly");
                sum = next;
            }

            if (!isUnknown) number = sum;
            return null;
        }
    }
}
