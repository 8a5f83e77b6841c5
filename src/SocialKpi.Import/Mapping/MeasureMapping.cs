namespace SocialKpi.Import;

/// <summary>Which measure is read from what, and what a blank in it means.</summary>
internal sealed record MeasureMapping(Measure Measure, MeasureSource Source, CurrencySource? Currency, Blank Blank);

/// <summary>Where the number of a measure comes from; a closed set.</summary>
internal abstract record MeasureSource
{
    private MeasureSource()
    {
    }

    /// <summary>The columns it reads.</summary>
    public abstract IReadOnlyList<ColumnName> Columns { get; }

    /// <summary>The number in a column.</summary>
    public sealed record Cell(ColumnName Column) : MeasureSource
    {
        public override IReadOnlyList<ColumnName> Columns => [Column];
    }

    /// <summary>The sum of the numbers in several columns.</summary>
    public sealed record Sum(IReadOnlyList<ColumnName> Parts) : MeasureSource
    {
        public override IReadOnlyList<ColumnName> Columns => Parts;
    }

    /// <summary>One for every row.</summary>
    public sealed record Rows : MeasureSource
    {
        public override IReadOnlyList<ColumnName> Columns => [];
    }

    /// <summary>One for a row whose cell meets a condition, zero for the others.</summary>
    public sealed record RowsWhere(ColumnName Column, Condition Condition) : MeasureSource
    {
        public override IReadOnlyList<ColumnName> Columns => [Column];
    }
}

/// <summary>The currency of a money column: stated, or in a column of its own.</summary>
internal sealed record CurrencySource(Currency Stated, ColumnName? Column);
