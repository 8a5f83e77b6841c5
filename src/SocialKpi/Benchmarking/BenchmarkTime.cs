namespace SocialKpi;

/// <summary>Reads the time that a published figure is of: a <see cref="Timeframe"/>, and the short forms of reports.</summary>
internal static class BenchmarkTime
{
    /// <summary>
    /// Such as <c>2025</c>, <c>2022-Q2</c>, <c>2022Q2</c>, <c>2026H1</c>, <c>2026-H1</c>, <c>2022-01..2022-09</c> (to the end of that month); null for any other text,
    /// such as <c>2024 vs 2023</c>.
    /// </summary>
    public static Timeframe? Read(string text)
    {
        if (Timeframe.TryParse(text, out Timeframe timeframe)) return timeframe.IsBounded ? timeframe : null;
        if (text is [_, _, _, _, 'Q', _]) return Read($"{text[..4]}-{text[4..]}");
        if (text is [_, _, _, _, '-', 'H', _]) return Read($"{text[..4]}{text[5..]}");
        if (text is [_, _, _, _, 'H', '1' or '2'])
        {
            int first = text[5] == '1' ? 1 : 3;
            return Read($"{text[..4]}-Q{first}") is { } one && Read($"{text[..4]}-Q{first + 1}") is { } other ? Timeframe.TryBetween(one.Start, other.End) : null;
        }

        return text.Split("..") is [var from, var until] && Read(from) is { } start && Read(until) is { } end ? Timeframe.TryBetween(start.Start, end.End) : null;
    }
}
