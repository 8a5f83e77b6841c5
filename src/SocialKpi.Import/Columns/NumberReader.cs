using System.Globalization;

namespace SocialKpi.Import;

/// <summary>Reads the number of a measure from a record.</summary>
internal abstract class NumberReader
{
    /// <summary>The number, or null when the cells it needs are blank.</summary>
    public abstract Problem? Read(CsvRecord record, out ExactNumber? number);

    /// <summary>The cells whose numbers are, or add up to, the number of the measure.</summary>
    public virtual IReadOnlyList<CellReader> Cells => [];

    /// <summary>What is to be said at the end of the file, besides what the cells say.</summary>
    public virtual IEnumerable<string> Notes => [];

    /// <summary>Takes what was read last into the notes.</summary>
    public virtual void Accept(long line)
    {
        foreach (CellReader cell in Cells) cell.Accept(line);
    }

    public static NumberReader Of(MeasureSource source, Blank blank, Func<ColumnName, CellReader> cell) => source switch
    {
        MeasureSource.Cell one => new Single(cell(one.Column)),
        MeasureSource.Sum sum => new Total([.. sum.Parts.Select(cell)], blank),
        MeasureSource.RowsWhere where => new Matching(cell(where.Column), where.Condition),
        _ => new One(),
    };

    private sealed class Single(CellReader cell) : NumberReader
    {
        public override IReadOnlyList<CellReader> Cells { get; } = [cell];

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
        private bool _matches;
        private bool _hasRows;
        private bool _hasMatched;

        /// <summary>A value that no row has is most often mistyped, and its count of 0 looks like a finding.</summary>
        public override IEnumerable<string> Notes => _hasRows && !_hasMatched && Values().ToArray() is { Length: > 0 } values
            ? [$"No row has {string.Join(" or ", values)} in column '{cell.Name}'."]
            : [];

        public override void Accept(long line)
        {
            cell.Accept(line);
            _hasRows = true;
            _hasMatched |= _matches;
        }

        private IEnumerable<string> Values() => condition.Operator is ConditionOperator.Is or ConditionOperator.In
            ? condition.Texts.Select(text => $"'{text}'").Concat(condition.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))
            : [];

        public override Problem? Read(CsvRecord record, out ExactNumber? number)
        {
            number = null;
            bool? matches = null;
            if (condition.Numbers.Count > 0)
            {
                if (cell.Read(record, out ExactNumber? tested) is { } problem) return problem;
                if (tested is { } known) matches = condition.Matches(known.ToDecimal()) == true;
            }
            else
            {
                ReadOnlySpan<char> text = record.Cell(cell.Index);
                matches = condition.Matches(cell.IsBlank(text) ? null : text.ToString());
            }

            _matches = matches == true;
            if (matches is { } counts) number = new ExactNumber(counts ? 1 : 0, 0);
            return null;
        }
    }

    /// <summary>A sum is unknown when a part is, unless a blank says that the part is zero or does not apply.</summary>
    private sealed class Total(CellReader[] parts, Blank blank) : NumberReader
    {
        public override IReadOnlyList<CellReader> Cells => parts;

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
