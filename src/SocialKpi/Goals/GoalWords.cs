using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>
/// Reads from the words of a goal, in English, Dutch, Swedish or Polish, whether a number is left open in it and whether it asks for two
/// results at once. It reads forms and a few words, not sense: what it says is advice.
/// </summary>
internal static partial class GoalWords
{
    private static readonly string[] Joining = ["and", "en", "och", "i", "oraz", "&", "+"];
    private static readonly string[] Between = ["between", "tussen", "mellan", "między", "pomiędzy"];
    private static readonly string[] Until = ["to", "naar", "tot", "till", "do"];
    private static readonly string[] OnPlatform = ["on", "op", "på", "na", "via", "from", "van", "från", "z"];
    private static readonly string[] Later = ["tbd", "tbc", "tba", "ntb"];
    private static readonly string[] Blanks =
        ["number", "amount", "value", "figure", "target", "aantal", "getal", "bedrag", "waarde", "antal", "belopp", "värde", "liczba", "kwota", "wartość", "…", "..."];

    /// <summary>What begins a result, as people write it.</summary>
    private static readonly HashSet<string> Verbs = new(
        [
            "launch", "grow", "increase", "raise", "reach", "reduce", "decrease", "publish", "open", "hire", "build", "create", "double", "triple", "gain", "get", "win", "make", "start", "improve", "attract",
            "lanceer", "groei", "laat", "verhoog", "bereik", "verlaag", "publiceer", "bouw", "maak", "verbeter", "verdubbel", "krijg", "haal", "werf", "plaats",
            "lansera", "öka", "nå", "minska", "sänk", "höj", "publicera", "öppna", "bygg", "skapa", "starta", "förbättra", "fördubbla", "få", "vinn", "anställ",
            "uruchom", "zwiększ", "osiągnij", "zmniejsz", "obniż", "opublikuj", "otwórz", "zbuduj", "stwórz", "zacznij", "popraw", "podwój", "zdobądź", "uzyskaj", "pozyskaj", "zatrudnij", "dotrzyj",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Months = new(
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
            "januari", "februari", "maart", "mei", "juni", "juli", "augustus", "oktober", "mars", "maj", "augusti",
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether something stands for a number in a text that should be one: XX, N, [n], ??, TBD.</summary>
    public static bool IsPlaceholder(string number) => !number.Any(char.IsDigit) && (IsOpen(number) || Words(number).Any(word => word is "X" or "x" or "Y" or "y" or "N" or "n"));

    /// <summary>Whether a number is left open for sure.</summary>
    public static bool IsOpen(string sentence) =>
        Letters(sentence).Any(IsCrosses) || Letters(sentence).Any(word => Later.Contains(word, StringComparer.OrdinalIgnoreCase)) || Marks().IsMatch(sentence)
        || Bracketed().Matches(sentence).Any(match => match.Groups[1].Value.Trim() is var inside && ((inside.Length == 1 && char.IsLetter(inside[0])) || Blanks.Contains(inside, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Whether X, Y or N alone seems to stand for a number: where there is no other, or where one ends. X is a platform too.</summary>
    public static bool SeemsOpen(string sentence)
    {
        string[] words = Words(sentence);
        bool hasNumber = Enumerable.Range(0, words.Length).Any(at => IsFigure(words, at));
        return Enumerable.Range(0, words.Length).Any(at => words[at] is "X" or "Y" or "N" && (at > 0 && Until.Contains(words[at - 1], StringComparer.OrdinalIgnoreCase)
            || (!hasNumber && !(at > 0 && at == words.Length - 1 && OnPlatform.Contains(words[at - 1], StringComparer.OrdinalIgnoreCase)))));
    }

    /// <summary>Whether two numbers are asked for, or two things are to be done.</summary>
    public static bool HasTwoResults(string sentence) => HasTwoNumbers(sentence) || HasTwoDeeds(Words(sentence));

    /// <summary>Two numbers, or places for them, with a joining word or a comma between; "between 2 and 4", years and days are one.</summary>
    private static bool HasTwoNumbers(string sentence)
    {
        string[] raw = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), words = [.. raw.Select(Bare)];
        int[] numbers = [.. Enumerable.Range(0, words.Length).Where(at => IsFigure(words, at) || Letters(raw[at]).Any(IsCrosses))];
        return numbers.Zip(numbers.Skip(1)).Any(pair => IsJoined(raw[pair.First..pair.Second])
            && !(pair.First > 0 && Between.Contains(words[pair.First - 1], StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Something is done to something, and something else after a joining word: "launch the app and grow the catalogue".</summary>
    private static bool HasTwoDeeds(string[] words) => Enumerable.Range(0, words.Length).Any(at =>
        Joining.Contains(words[at], StringComparer.OrdinalIgnoreCase) && at + 2 < words.Length && Verbs.Contains(words[at + 1])
        && Enumerable.Range(at + 2, words.Length - at - 2).Any(after => !IsFigure(words, after))
        && Enumerable.Range(0, Math.Max(at - 1, 0)).Any(before => Verbs.Contains(words[before])));

    private static bool IsFigure(string[] words, int at) =>
        Figure().IsMatch(words[at]) && !IsYear(words[at]) && !(at + 1 < words.Length && Months.Contains(words[at + 1]));

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[..2] is "19" or "20";

    /// <summary>Whether a number and what follows it, up to the next number, end one result.</summary>
    private static bool IsJoined(string[] words) =>
        words.Skip(1).Any(word => Joining.Contains(word, StringComparer.OrdinalIgnoreCase)) || words.Any(word => word.EndsWith(',') || word.EndsWith(';'));

    private static bool IsCrosses(string word) => word.Length > 1 && word.All(letter => letter is 'x' or 'X');

    private static string[] Words(string sentence) => [.. sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Bare)];

    /// <summary>A word without what stands around its letters and digits; a sign alone stays.</summary>
    private static string Bare(string word)
    {
        int first = Array.FindIndex([.. word], char.IsLetterOrDigit), last = Array.FindLastIndex([.. word], char.IsLetterOrDigit);
        return first < 0 ? word : word[first..(last + 1)];
    }

    private static string[] Letters(string sentence) => new string([.. sentence.Select(letter => char.IsLetter(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Question marks or a line where a number should be; a question mark behind a word only asks.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}?])(\?{2,}|\?(?=\s*[%\p{L}]))|(?<![\p{L}\p{N}_])_{2,}(?![\p{L}\p{N}_])", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\[{<]([^\[\]{}<>]{1,20})[\]}>]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\d[\d.,]*(k|m|x|bn|mln|mld|tys)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Figure();
}
