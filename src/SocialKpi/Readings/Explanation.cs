using System.Globalization;
using System.Text;

namespace SocialKpi;

/// <summary>How a reading came about, for people: the formula, the numbers in it, the rows behind it, and what to beware of.</summary>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Explanation : IDisplayed
{
    private readonly Reading _reading;

    internal Explanation(Reading reading) => _reading = reading;

    /// <summary>The KPI and the cell: <c>Cost per click, 2026-03, platform = linkedin</c>.</summary>
    public string Title => $"{DisplayText.Name(_reading.Kpi.Label)}, {_reading.Where}";

    /// <summary>The formula by measure ids: <c>spend / clicks</c>.</summary>
    public string Formula => _reading.Kpi.Formula.ToString();

    /// <summary>The formula with the numbers in it: <c>1,234.50 EUR / 812</c>. A number that is missing shows why; a given figure has none, so this is the formula.</summary>
    public string Substituted
    {
        get
        {
            if (_reading.IsGiven) return Formula;
            int next = 0;
            IReadOnlyList<ReadingInput> inputs = _reading.Inputs;
            StringBuilder text = new();
            _reading.Kpi.Formula.Write(text, _ => Write(inputs[next++]), context => $" ({context.Describe()})");
            return text.ToString();
        }
    }

    /// <summary>The result, with all its digits behind it: <c>3.00 % (unrounded 0.03)</c>.</summary>
    public string Result
    {
        get
        {
            if (!_reading.HasValue) return _reading.ToString();
            bool isWhole = _reading.Unit.Kind is UnitKind.Count or UnitKind.Number or UnitKind.Points && decimal.IsInteger(_reading.Value);
            return isWhole ? _reading.ToString() : $"{_reading} (unrounded {_reading.Value.ToString(CultureInfo.InvariantCulture)})";
        }
    }

    /// <summary>How measures that are calculated come from the rows, where there are any: <c>promoters: count of response a row, where response between 9 and 10</c>.</summary>
    public IReadOnlyList<string> RowValues => _reading.IsGiven ? [] : [.. _reading.Kpi.Formula.Measures
        .Where(measure => !measure.IsRecorded || !measure.Aggregation.AddsUp)
        .Select(measure => $"{measure.Id}: {measure.Aggregation.Describe(measure.Dimension ?? measure.RowValue?.ToString() ?? measure.Id)}{(measure.Conditions.Count > 0 ? $", where {string.Join(" and ", measure.Conditions)}" : "")}")];

    /// <summary>Between which values the true figure lies, where it is gross: <c>truly between 1.20 % and 4.30 %</c>; null where it is exact or nobody can say.</summary>
    public string? Bounds => _reading.Bounds is { } bounds
        ? $"truly between {new Quantity(bounds.Lower, _reading.Unit)} and {new Quantity(bounds.Upper, _reading.Unit)}, as people may have been counted more than once"
        : null;

    /// <summary>The rows behind the figure, one sentence; there are none behind given numbers.</summary>
    public string RowsBehind => _reading.IsGiven ? CaveatText.Given.Text
        : _reading.IsFromGivenNumbers ? "calculated from given numbers"
        : _reading.Absence == Absence.Suppressed ? "its rows are not shown either"
        : _reading.RowsUsed == 1 ? "1 row used" : $"{_reading.RowsUsed.ToString("N0", CultureInfo.InvariantCulture)} rows used";

    /// <summary>The measures that went into the formula, in its order, as plain values for libraries of charts and tables; empty for a given figure.</summary>
    public IReadOnlyList<ExplanationRow> Rows => [.. _reading.Inputs.Select(ExplanationRow.Of)];

    /// <summary>What must be known beside the figure.</summary>
    public IReadOnlyList<Caveat> Caveats => _reading.Caveats;

    /// <summary>Which definition was used: the KPI's id, hash and source.</summary>
    public string Definition => _reading.Kpi.Source.Length > 0
        ? $"{_reading.Kpi.Id}, definition {_reading.Kpi.Hash[..12]}, source: {_reading.Kpi.Source}"
        : $"{_reading.Kpi.Id}, definition {_reading.Kpi.Hash[..12]}";

    /// <summary>The formula, with the numbers in it, and the result; of a given figure the result alone.</summary>
    internal IEnumerable<string> Steps => _reading.IsGiven ? [Result] : [Formula, Substituted, Result];

    /// <summary>What stands under the steps: bounds, row values, rows, caveats and definition.</summary>
    internal IEnumerable<string> Remarks =>
    [
        .. Bounds is { } bounds ? [bounds] : (string[])[], .. RowValues, .. _reading.IsGiven ? (string[])[] : [RowsBehind],
        .. Caveats.Select(caveat => caveat.Text), Definition,
    ];

    /// <summary>The explanation as lines of text, the same under every culture.</summary>
    public override string ToString() => string.Join(
        '\n', new[] { Title }.Concat(Steps.Select(step => $"  = {step}")).Concat(Remarks.Select(remark => $"  {remark}")).Select(DisplayText.Visible));

    /// <summary>The same as Markdown.</summary>
    public string ToMarkdown() => ReadingText.Markdown(this);

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => ReadingText.Html(this);

    private string Write(ReadingInput input)
    {
        // A figure is looked for on the rows that have all of the formula: that there is none says nothing of the measure alone.
        bool isMissingTogether = input is { Absence: Absence.NotReported, Measure.IsStock: false } && !_reading.IsFromGivenNumbers && _reading.Kpi.Formula.Measures.Count > 1;
        string number = input switch
        {
            _ when isMissingTogether => "no row has all of the formula",
            { Absence: { } absence } => absence.Describe(),
            { Value: { Unit.Kind: UnitKind.Count or UnitKind.Number or UnitKind.Points } plain } => plain.Value.ToString("#,0.##################", CultureInfo.InvariantCulture),
            { Value: { Unit.Kind: UnitKind.Money } money } => $"{money.Value.ToString("#,0.00################", CultureInfo.InvariantCulture)} {Symbol(money.Unit)}",
            _ => input.Value.ToString() ?? "",
        };
        return input.Absence is not null ? $"[{input.Measure.Id}: {number}]" : number;
    }

    private static string Symbol(Unit money) => money.Currency == Currency.Unspecified ? "¤" : money.Currency.Code;
}
