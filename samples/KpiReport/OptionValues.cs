using System.Globalization;
using NodaTime;
using SocialKpi;

namespace KpiReport;

/// <summary>Reads the value after an option, or says what it should have been.</summary>
internal static class OptionValues
{
    private static readonly string[] Formats = ["text", "markdown", "csv", "json", "html"];

    public static string ReadName(string option, string text) => !string.IsNullOrWhiteSpace(text)
        ? text
        : throw new OptionException($"{option} needs the name of a dimension");

    public static Timeframe ReadTimeframe(string text) => Timeframe.TryParse(text, out Timeframe timeframe)
        ? timeframe
        : throw new OptionException($"--during {text} is not a time; write 2026, 2026-Q1, 2026-03, 2026-W12 or 2026-03-05..2026-04-02");

    public static LocalDate ReadDay(string text) => Timeframe.TryParse(text, out Timeframe timeframe) && timeframe is { IsBounded: true, Start: { } start } && timeframe == Timeframe.Day(start.Date)
        ? start.Date
        : throw new OptionException($"--as-of {text} is not a day; write 2026-03-10");

    public static Condition ReadFilter(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string name = equals > 0 ? text[..equals].Trim() : "";
        string value = text[(equals + 1)..];
        return name.Length > 0
            ? value.Length > 0 ? Condition.Is(name, value) : Condition.Missing(name)
            : throw new OptionException($"--where {text} is not of the form NAME=VALUE");
    }

    public static (string Measure, decimal Amount) ReadMinimum(string text)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) && amount > 0
            ? (parts[0], amount)
            : throw new OptionException($"--at-least {text} is not of the form MEASURE=AMOUNT with an amount above 0, such as impressions=1000");
    }

    public static (int Count, Grain Grain) ReadWindow(string text)
    {
        string[] parts = text.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && TryReadCount(parts[0]) is { } count && TryReadGrain(parts[1].EndsWith('s') ? parts[1][..^1] : parts[1]) is { } grain
            ? (count, grain)
            : throw new OptionException($"--trailing {text} is not a stretch of time; write \"28 day\" or \"3 month\"");
    }

    public static Grain ReadGrain(string text) => TryReadGrain(text)
        ?? throw new OptionException($"--to-date {text} is not one of day, week, month, quarter, year");

    public static Cohort WithTrait(Cohort cohort, string text)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[1].Length == 0) throw new OptionException($"--cohort {text} is not of the form NAME=VALUE");
        string value = parts[1];
        return parts[0] switch
        {
            "platform" => Cohort.Of(value, cohort.Industry, cohort.Followers, cohort.Format, cohort.Region),
            "industry" => Cohort.Of(cohort.Platform, value, cohort.Followers, cohort.Format, cohort.Region),
            "followers" => Cohort.Of(cohort.Platform, cohort.Industry, ReadBand(value), cohort.Format, cohort.Region),
            "format" => Cohort.Of(cohort.Platform, cohort.Industry, cohort.Followers, value, cohort.Region),
            "region" => Cohort.Of(cohort.Platform, cohort.Industry, cohort.Followers, cohort.Format, value),
            _ => throw new OptionException($"--cohort {text} names no trait of a cohort; there are platform, industry, followers, format and region"),
        };
    }

    public static int ReadCount(string text) => TryReadCount(text)
        ?? throw new OptionException($"--top {text} is not a number of segments; write a whole number from 1");

    public static ObjectiveType ReadObjective(string name) => ObjectiveTypes.Find(name)
        ?? throw new OptionException($"--objective {name}: there is no such objective;{(Nearest.Of(name.Trim().Replace(' ', '_').Replace('-', '_'), ObjectiveTypes.All.Select(type => type.Id)) is { } nearest ? $" did you mean {nearest}?" : "")} there are {string.Join(", ", ObjectiveTypes.All)}");

    public static Language ReadLanguage(string code) => Languages.Find(code)
        ?? throw new OptionException($"--lang {code} is not one of {string.Join(", ", Languages.All.Select(language => language.Code()))}");

    public static string ReadFormat(string name) => Formats.Contains(name)
        ? name
        : throw new OptionException($"--format {name} is not one of {string.Join(", ", Formats)}");

    /// <summary>A grain by its name; its number is no name.</summary>
    public static Grain? TryReadGrain(string name) =>
        Enum.TryParse(name, ignoreCase: true, out Grain grain) && Enum.IsDefined(grain) && !int.TryParse(name, CultureInfo.InvariantCulture, out _) ? grain : null;

    /// <summary>A band; null where it holds for all, as in a file of benchmarks.</summary>
    private static FollowerBand? ReadBand(string text) => text.Equals("all", StringComparison.OrdinalIgnoreCase) ? null : FollowerBand.TryParse(text, out FollowerBand band)
        ? band
        : throw new OptionException($"--cohort followers={text} is no number or band; write 12500, 10K-50K or 500K+");

    private static int? TryReadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;
}
