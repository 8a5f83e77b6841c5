using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>The measures that a formula in JSON may name: those around it and those listed beside it, in any order.</summary>
internal sealed partial class MeasureScope
{
    /// <summary>After so many issues reading stops: a text that is wrong throughout is known by its first hundreds.</summary>
    public const int MostIssues = 200;

    /// <summary>How many measures may rest on one another in a row; more could exhaust the stack.</summary>
    private const int MaxDepth = 50;

    private readonly Dictionary<string, Measure> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonValue> _pending = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private readonly int _depth;
    private readonly List<DefinitionIssue> _issues;
    private readonly List<Measure> _listed = [];

    public MeasureScope(IEnumerable<Measure> around, IReadOnlyList<JsonValue> listed, List<DefinitionIssue> issues)
        : this(around, depth: 0, listed, issues)
    {
    }

    private MeasureScope(IEnumerable<Measure> around, int depth, IReadOnlyList<JsonValue> listed, List<DefinitionIssue> issues)
    {
        (_issues, _depth) = (issues, depth);
        foreach (Measure measure in around) _known[measure.Id] = measure;
        string[] ids = [.. listed.Select(IdOf)];
        for (int index = 0; index < ids.Length; index++)
        {
            if (!_pending.TryAdd(ids[index], listed[index])) issues.Add(listed[index].Issue($"the measure '{ids[index]}' is defined twice; give one of them another id"));
        }

        foreach (string id in ids.TakeWhile(_ => issues.Count < MostIssues)) Read(id);
    }

    /// <summary>This scope with measures that are meant in one place alone; without any it is this scope.</summary>
    public MeasureScope With(IReadOnlyList<JsonValue> own) => own.Count == 0 ? this : new MeasureScope(_known.Values, _depth + _open.Count, own, _issues);

    public bool HasFailed(string id) => _failed.Contains(id);

    /// <summary>The measures that were listed, in order, but those that cannot be read.</summary>
    public IReadOnlyList<Measure> Listed => _listed;

    public Measure? Find(string id)
    {
        Read(id);
        return _known.GetValueOrDefault(id);
    }

    /// <summary>Reads a formula; null, with all that is wrong with it, when it is none.</summary>
    public Formula? Parse(string text, JsonValue at)
    {
        // The measures that it may name are read first; what is wrong with one of them is said there, not again wherever it is named.
        foreach (Match word in Words().Matches(text.Length > Formula.MaxSize ? "" : text)) Read(word.Value);
        List<string> problems = [];
        Formula? formula = FormulaParser.Read(text, _known, _failed, problems);
        _issues.AddRange(problems.Select(at.Issue));
        return formula;
    }

    private void Read(string id)
    {
        if (!_pending.TryGetValue(id, out JsonValue? value)) return;
        if (_open.Contains(id) || _depth + _open.Count >= MaxDepth)
        {
            if (!_failed.Add(id)) return;
            _issues.Add(value.Issue(_open.Contains(id)
                ? $"the measures {string.Join(", ", _open.SkipWhile(open => open != id))} are made of each other; a measure rests on recorded ones in the end"
                : FormattableString.Invariant($"more than {MaxDepth} measures rest on one another here; write fewer, or list them the other way round")));
            return;
        }

        _open.Add(id);
        Measure? measure = MeasureJson.Read(value, this, _issues);
        _open.RemoveAt(_open.Count - 1);
        _pending.Remove(id);
        if (measure is null || _failed.Contains(id))
        {
            _failed.Add(id);
            return;
        }

        _known[id] = measure;
        _listed.Add(measure);
    }

    private static string IdOf(JsonValue value) => value.Members.FirstOrDefault(member => member.Name == "id").Value?.Text ?? $"\0{value.Path}";

    [GeneratedRegex("[a-z][a-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
