using System.Text;
using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>The names of the KPIs of a catalogue, as people write them: without regard to case, hyphens and repeated blanks.</summary>
internal static partial class KpiNames
{
    private const int MostSuggestions = 3;

    public static NameMatch Find(string name, Catalog catalog, Language? language)
    {
        if (catalog.FindKpi(name) is { } exact) return new NameMatch(name, [exact], [], []);
        // Who writes "Koszt kliknięcia (CPC)" means that label; who writes "Koszt tysiąca (CPM)", which is none, means what is before it.
        foreach (string wanted in (string[])[Plain(name), Plain(WithoutAbbreviation(name))])
        {
            if (wanted.Length == 0) continue;
            bool IsMeant(string known) => Plain(known) == wanted || Plain(WithoutAbbreviation(known)) == wanted;
            Kpi[] kpis = [.. catalog.Kpis.Where(kpi => NamesOf(kpi, language).Any(IsMeant))];
            KpiWithoutFormula[] open = [.. Kpis.WithoutFormula.Where(kpi => NamesOf(kpi, language).Any(IsMeant))];
            if (kpis.Length + open.Length > 0) return new NameMatch(name, kpis, open, []);
        }

        return new NameMatch(name, [], [], Suggest(name.Trim(), catalog, language));
    }

    /// <summary>Whether a KPI is called so in any language, by its id, the part of it that all variants share, an alias, its label or short name.</summary>
    public static bool IsCalled(Kpi kpi, string name) => Plain(name) is { Length: > 0 } wanted && NamesOf(kpi, null).Any(known => Plain(known) == wanted);

    /// <summary>The id, the part of it that all variants share, the aliases, and label and short name in the languages asked for.</summary>
    private static IEnumerable<string> NamesOf(Kpi kpi, Language? language) =>
        [kpi.Id, kpi.Id.Split('.')[0], .. kpi.Aliases, .. Texts(language, kpi.TextIn)];

    private static IEnumerable<string> NamesOf(KpiWithoutFormula kpi, Language? language) => [kpi.Id, .. KpiAliases.Of(kpi.Id), .. Texts(language, kpi.TextIn)];

    private static IEnumerable<string> Texts(Language? language, Func<Language, KpiText> textIn) =>
        (language is { } one ? [one] : Languages.All).Select(textIn).SelectMany(text => new[] { text.Label, text.ShortName });

    private static List<string> Suggest(string name, Catalog catalog, Language? language)
    {
        HashSet<string> names = [.. catalog.Kpis.SelectMany(kpi => NamesOf(kpi, language)), .. Kpis.WithoutFormula.SelectMany(kpi => NamesOf(kpi, language))];
        List<string> nearest = [];
        while (nearest.Count < MostSuggestions && Nearest.Of(name, names) is { } next)
        {
            nearest.Add(next);
            names.RemoveWhere(other => Plain(other) == Plain(next));
        }

        return nearest;
    }

    /// <summary>A name without the abbreviation in parentheses at its end, such as "(CTR)".</summary>
    private static string WithoutAbbreviation(string name) => Abbreviation().Replace(name, "");

    [GeneratedRegex(@"\s*\([A-Z][A-Za-z0-9]{1,5}\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    /// <summary>A name without what does not matter in it; empty for text that is broken, which is nobody's name.</summary>
    public static string Plain(string name)
    {
        if (!UnicodeText.IsWhole(name)) return "";
        StringBuilder plain = new(name.Length);
        foreach (char character in name.Normalize(NormalizationForm.FormC).Trim())
        {
            bool isGap = char.IsWhiteSpace(character) || character is '-' or '_' or '‐' or '‑';
            if (!isGap) plain.Append(char.ToUpperInvariant(character));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString();
    }
}
