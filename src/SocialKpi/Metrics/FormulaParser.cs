using System.Globalization;

namespace SocialKpi;

/// <summary>Reads formula text by recursive descent; depth and length are limited, so untrusted text is safe.</summary>
internal sealed class FormulaParser
{
    private const int MaxLength = 10_000;
    private const int MaxShown = 200;
    private const int MostNames = 20;

    // Stands where a name is not known, so that reading goes on and the next one is found too.
    private static readonly Formula Placeholder = 1;

    private readonly string _text;
    private readonly Func<string, Measure?> _find;
    private readonly Func<string, bool> _isUnreadable;
    private readonly IEnumerable<string> _known;
    private readonly OrderedDictionary<string, List<int>> _unknown = new(StringComparer.Ordinal);
    private bool _restsOnUnreadable;
    private int _position;
    private int _depth;

    private FormulaParser(string text, Func<string, Measure?> find, Func<string, bool> isUnreadable, IEnumerable<string> known) =>
        (_text, _find, _isUnreadable, _known) = (text, find, isUnreadable, known);

    public static Formula Parse(string text, IEnumerable<Measure> measures)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(measures);
        Dictionary<string, Measure> byId = new(StringComparer.Ordinal);
        foreach (Measure measure in measures)
        {
            ArgumentNullException.ThrowIfNull(measure, nameof(measures));
            if (!byId.TryAdd(measure.Id, measure) && byId[measure.Id] != measure)
                throw new ArgumentException($"Two different measures are called '{measure.Id}'. Give one of them another id.", nameof(measures));
        }

        List<string> problems = [];
        return Read(text, byId.GetValueOrDefault, _ => false, byId.Keys, problems) ?? throw new FormatException(Compose(text, problems));
    }

    /// <summary>Reads a formula over measures that are known by their ids already; null, with every problem found, when it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">The measure of an id; null when there is none.</param>
    /// <param name="isUnreadable">Whether the measure of an id has a problem of its own, which is not said again here.</param>
    /// <param name="known">The ids that there are, for hints.</param>
    /// <param name="problems">Where what is wrong and what to do, one sentence each, are added.</param>
    public static Formula? Read(string text, Func<string, Measure?> find, Func<string, bool> isUnreadable, IEnumerable<string> known, List<string> problems)
    {
        if (text.Length > MaxLength)
        {
            problems.Add(FormattableString.Invariant($"longer than {MaxLength} characters (it has {text.Length}); define measures for its parts"));
            return null;
        }

        FormulaParser parser = new(text, find, isUnreadable, known);
        int before = problems.Count;
        Formula? formula = null;
        string? stop = null;
        try
        {
            formula = parser.Whole();
        }
        catch (FormatException problem)
        {
            stop = problem.Message;
        }

        problems.AddRange(parser.UnknownNames());
        if (stop is not null) problems.Add(stop);
        return problems.Count > before || parser._restsOnUnreadable ? null : formula;
    }

    private Formula Whole()
    {
        Formula formula = Sum();
        return AtEnd() ? formula : throw Error($"'{Next()}' was not expected here", "put an operator (+ - * /) between two parts");
    }

    private Formula Sum()
    {
        // The tree may be as deep as text allows on its left side; nesting is what costs stack here.
        if (++_depth > Formula.MaxDepth) throw Error($"parentheses are nested deeper than {Formula.MaxDepth}", "simplify the formula");
        Formula left = Product();
        while (true)
        {
            switch (Next())
            {
                case '+': Take(); left = Combine(Operation.Add, left, Product()); break;
                case '-' or '−': Take(); left = Combine(Operation.Subtract, left, Product()); break;
                default: _depth--; return left;
            }
        }
    }

    private Formula Product()
    {
        Formula left = Postfix();
        while (true)
        {
            switch (Next())
            {
                case '*' or '×': Take(); left = Combine(Operation.Multiply, left, Postfix()); break;
                case '/' or '÷': Take(); left = Combine(Operation.Divide, left, Postfix()); break;
                default: return left;
            }
        }
    }

    private Formula Postfix()
    {
        Formula formula = Primary();
        while (Next() == '.')
        {
            Take();
            Expect("at");
            Expect('(');
            Context context = ReadContext();
            Expect(')');
            formula = Bounded(() => formula.At(context));
        }

        return formula;
    }

    private Formula Primary()
    {
        char next = Next();
        if (next == '(')
        {
            Take();
            Formula inner = Sum();
            Expect(')');
            return inner;
        }

        if (char.IsAsciiDigit(next)) return Number(negative: false);
        if (next is '-' or '−')
        {
            Take();
            return char.IsAsciiDigit(Next()) ? Number(negative: true) : throw Error("a minus sign may only stand before a number", "write 0 - x");
        }

        if (next is >= 'a' and <= 'z')
        {
            int start = _position;
            string id = Word();
            return _find(id) ?? Unknown(id, start);
        }

        throw AtEnd()
            ? Error("the formula ends too early", "a measure, a number or an opening parenthesis must follow")
            : Error($"'{next}' was not expected here", "a measure id (lower case), a number or an opening parenthesis must stand here");
    }

    private Formula Unknown(string id, int position)
    {
        if (_isUnreadable(id)) _restsOnUnreadable = true;
        else if (!_unknown.TryAdd(id, [position])) _unknown[id].Add(position);
        return Placeholder;
    }

    private Context ReadContext()
    {
        int start = _position;
        string name = Word();
        switch (name)
        {
            case "previous": return Context.Previous;
            case "opening": return Context.Opening;
            case "across":
                Expect('(');
                string dimension = DimensionName();
                Expect(')');
                return Context.Across(dimension);
            case "to_date":
                Expect('(');
                Grain longer = ReadGrain();
                Expect(')');
                return Context.ToDate(longer);
            case "ago" or "trailing":
                Expect('(');
                _ = Next();
                int place = _position;
                int count = Count();
                Expect(',');
                Grain grain = ReadGrain();
                Expect(')');
                if (count <= Context.Most(grain)) return name == "ago" ? Context.Ago(count, grain) : Context.Trailing(count, grain);
                _position = place;
                throw Error($"{name} reaches back further than {Context.MostYears} years", FormattableString.Invariant($"write at most {Context.Most(grain)} for this period"));
            default:
                _position = start;
                throw Error($"there is no context '{UnicodeText.Shown(name)}'", "use previous, opening, ago(1, year), trailing(28, day), to_date(year) or across(\"dimension\")");
        }
    }

    private string DimensionName()
    {
        if (Next() != '"') throw Error("a dimension name in double quotes was expected", "write across(\"brand\")");
        int quote = _position;
        string? dimension = QuotedText.Read(_text, ref _position);
        if (!string.IsNullOrWhiteSpace(dimension) && UnicodeText.IsWhole(dimension)) return dimension;
        _position = quote;
        if (!UnicodeText.IsWhole(dimension)) throw Error($"the dimension name {UnicodeText.Rule}", "write across(\"brand\")");
        throw Error("the dimension name is empty or its quote never closes", "write across(\"brand\")");
    }

    private int Count()
    {
        _ = Next();
        int start = _position;
        while (_position < _text.Length && char.IsAsciiDigit(_text[_position])) _position++;
        if (int.TryParse(_text.AsSpan(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1) return count;
        _position = start;
        throw Error("a whole number from 1 was expected", "write for instance trailing(28, day)");
    }

    private Grain ReadGrain()
    {
        _ = Next();
        int start = _position;
        string word = Word();
        foreach (Grain grain in Enum.GetValues<Grain>())
        {
            if (grain.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)) return grain;
        }

        _position = start;
        throw Error($"'{UnicodeText.Shown(word)}' is not a period", "use hour, day, week, month, quarter or year");
    }

    private ConstantFormula Number(bool negative)
    {
        int start = _position;
        while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || (_text[_position] == '.' && _position + 1 < _text.Length && char.IsAsciiDigit(_text[_position + 1])))) _position++;
        ReadOnlySpan<char> digits = _text.AsSpan(start, _position - start);
        bool exact = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            && Significant(digits).SequenceEqual(Significant(value.ToString(CultureInfo.InvariantCulture)));
        if (!exact)
        {
            _position = start;
            throw Error($"'{UnicodeText.Shown(digits.ToString())}' is not a number that a decimal holds exactly", "write digits with one decimal point, such as 1000 or 0.5");
        }

        return new ConstantFormula(negative ? -value : value);
    }

    /// <summary>The digits that carry meaning: parsing rounds what a decimal cannot hold, and then they differ.</summary>
    private static ReadOnlySpan<char> Significant(ReadOnlySpan<char> digits) =>
        digits.Contains('.') ? digits.Trim('0').TrimEnd('.') : digits.TrimStart('0');

    private Formula Combine(Operation operation, Formula left, Formula right) => left.Size + right.Size < Formula.MaxSize
        ? Bounded(() => new BinaryFormula(operation, left, right))
        : throw Error($"the formula and the row values of its measures have more than {Formula.MaxSize} parts", "define a measure for what repeats");

    private Formula Bounded(Func<Formula> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            throw Error($"the formula is more than {Formula.MaxDepth} operations deep", "group its terms with parentheses, or define a measure");
        }
    }

    private string Word()
    {
        _ = Next();
        int start = _position;
        while (_position < _text.Length && (_text[_position] is (>= 'a' and <= 'z') or '_' || char.IsAsciiDigit(_text[_position]))) _position++;
        return _text[start.._position];
    }

    private char Next()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position])) _position++;
        return _position < _text.Length ? _text[_position] : '\0';
    }

    // A NUL character in the text is not its end.
    private bool AtEnd() => Next() == '\0' && _position == _text.Length;

    private void Take() => _position++;

    private void Expect(char character)
    {
        if (Next() != character) throw Error($"'{character}' was expected here", $"add '{character}'");
        Take();
    }

    private void Expect(string word)
    {
        int start = _position;
        if (Word() == word) return;
        _position = start;
        throw Error($"'{word}' was expected here", "write for instance mentions.at(across(\"brand\"))");
    }

    private IEnumerable<string> UnknownNames()
    {
        foreach ((string id, List<int> positions) in _unknown.Take(MostNames))
            yield return At(positions, $"there is no measure '{UnicodeText.Shown(id)}'", Suggest(id));
        if (_unknown.Count > MostNames) yield return At(_unknown.GetAt(MostNames).Value, FormattableString.Invariant($"here begin {_unknown.Count - MostNames} more names that are no measures"), "correct the ones before first");
    }

    private string Suggest(string id)
    {
        string? nearest = Nearest.Of(id, _known);
        return nearest is null
            ? $"known measures: {(_known.Any() ? string.Join(", ", _known.Order(StringComparer.Ordinal).Take(20)) : "none")}"
            : $"did you mean '{nearest}'?";
    }

    private FormatException Error(string problem, string remedy) => new(At([Math.Min(_position, _text.Length)], problem, remedy));

    private static string At(List<int> positions, string problem, string remedy) =>
        $"{(positions.Count == 1 ? "character" : "characters")} {string.Join(", ", positions.Select(position => (position + 1).ToString(CultureInfo.InvariantCulture)))}: {problem}; {remedy}";

    private static string Compose(string text, List<string> problems)
    {
        string shown = $"The formula: {(text.Length <= MaxShown ? text : text[..MaxShown] + "…")}";
        return problems is [var only]
            ? $"Formula, {only}{(only.EndsWith('?') ? "" : ".")} {shown}"
            : string.Create(CultureInfo.InvariantCulture, $"Formula, {problems.Count} problems:{string.Concat(problems.Select(problem => $"\n- {problem}"))}\n{shown}");
    }
}
