using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>The measures that a formula in JSON may name: those around it and those listed beside it, in any order.</summary>
internal sealed partial class MeasureScope
{
    /// <summary>How many measures may rest on one another in a row; more could exhaust the stack.</summary>
    private const int MaxDepth = 50;

    private readonly Dictionary<string, Measure> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonValue> _pending = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private readonly MeasureScope? _outer;
    private readonly StrongBox<int> _depth;
    private readonly List<DefinitionIssue> _issues;
    private readonly List<Measure> _listed = [];

    public MeasureScope(IEnumerable<Measure> around, IReadOnlyList<JsonValue> listed, List<DefinitionIssue> issues)
    {
        (_issues, _depth) = (issues, new StrongBox<int>());
        foreach (Measure measure in around) _known[measure.Id] = measure;
        ReadAll(listed);
    }

    private MeasureScope(MeasureScope outer, IReadOnlyList<JsonValue> own)
    {
        (_outer, _issues, _depth) = (outer, outer._issues, outer._depth);
        ReadAll(own);
    }

    /// <summary>This scope with measures that are meant in one place alone; without any it is this scope.</summary>
    public MeasureScope With(IReadOnlyList<JsonValue> own) => own.Count == 0 ? this : new MeasureScope(this, own);

    public bool HasFailed(string id) => _failed.Contains(id) || (!_known.ContainsKey(id) && _outer?.HasFailed(id) == true);

    /// <summary>The measures that were listed, in order, but those that cannot be read.</summary>
    public IReadOnlyList<Measure> Listed => _listed;

    public Measure? Find(string id)
    {
        Read(id);
        return _known.GetValueOrDefault(id) ?? (_failed.Contains(id) ? null : _outer?.Find(id));
    }

    /// <summary>Reads a formula; null, with all that is wrong with it, when it is none.</summary>
    public Formula? Parse(string text, JsonValue at)
    {
        // The measures that it may name are read first; what is wrong with one of them is said there, not again wherever it is named.
        foreach (Match word in Words().Matches(text.Length > Formula.MaxSize ? "" : text)) _ = Find(word.Value);
        List<string> problems = [];
        Formula? formula = FormulaParser.Read(text, Find, HasFailed, Ids, problems);
        _issues.AddRange(problems.Select(at.Issue));
        return formula;
    }

    /// <summary>The ids that a formula here may name.</summary>
    private IEnumerable<string> Ids => _outer is null ? _known.Keys : _known.Keys.Concat(_outer.Ids);

    private void ReadAll(IReadOnlyList<JsonValue> listed)
    {
        List<JsonValue> doubled = [];
        string[] ids = [.. listed.Select(IdOf)];
        for (int index = 0; index < ids.Length; index++)
        {
            if (!_pending.TryAdd(ids[index], listed[index])) doubled.Add(listed[index]);
        }

        foreach (string id in ids.TakeWhile(_ => _issues.Count < JsonFields.MostIssues)) Read(id);
        foreach (JsonValue again in doubled.TakeWhile(_ => _issues.Count < JsonFields.MostIssues))
        {
            _issues.Add(again.Issue($"the measure '{UnicodeText.Shown(IdOf(again))}' is defined twice; give one of them another id"));
            _ = MeasureJson.Read(again, this, _issues);
        }
    }

    private void Read(string id)
    {
        if (!_pending.TryGetValue(id, out JsonValue? value)) return;
        if (_open.Contains(id) || _depth.Value >= MaxDepth)
        {
            if (!_failed.Add(id)) return;
            _issues.Add(value.Issue(_open.Contains(id)
                ? $"the measures {string.Join(", ", _open.SkipWhile(open => open != id))} are made of each other; a measure rests on recorded ones in the end"
                : FormattableString.Invariant($"more than {MaxDepth} measures rest on one another here; write fewer, or list them the other way round")));
            return;
        }

        _open.Add(id);
        _depth.Value++;
        Measure? measure = MeasureJson.Read(value, this, _issues);
        _depth.Value--;
        _open.RemoveAt(_open.Count - 1);
        _pending.Remove(id);
        if (measure is null || _failed.Contains(id))
        {
            _failed.Add(id);
            return;
        }

        // What redefines a measure around it is refused by the catalogue: until then formulas mean the one they knew.
        if (!_known.TryGetValue(id, out Measure? there) || there == measure) _known[id] = measure;
        _listed.Add(measure);
    }

    private static string IdOf(JsonValue value) => value.Members.FirstOrDefault(member => member.Name == "id").Value?.Text ?? $"\0{value.Path}";

    [GeneratedRegex("[a-z][a-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
