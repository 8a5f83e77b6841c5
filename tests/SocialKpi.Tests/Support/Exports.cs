using System.Globalization;
using CsvHelper;
using NodaTime;

namespace SocialKpi.Tests.Support;

/// <summary>Reads real export files as they are, field by field, for tests of the core, which knows no files.</summary>
internal static class Exports
{
    /// <summary>
    /// The daily files write days without a year ("February 28"), over a new year. The years are given here: the last of the 365
    /// days is taken to be 27 February 2026, and every day must then be called what the file calls it.
    /// </summary>
    public static IEnumerable<(LocalDate Date, Dictionary<string, string> Cells)> TikTok(string file)
    {
        Dictionary<string, string>[] rows = [.. Rows($"platform-exports/tiktok/{file}", ',')];
        LocalDate first = new LocalDate(2026, 2, 27).PlusDays(1 - rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            LocalDate day = first.PlusDays(i);
            Assert.Equal(day.ToString("MMMM d", CultureInfo.InvariantCulture), rows[i]["Date"]);
            yield return (day, rows[i]);
        }
    }

    public static IEnumerable<Dictionary<string, string>> Rows(string file, char separator)
    {
        using CsvReader csv = CsvReader.FromText(File.ReadAllText(SharedData.Path(file)), new CsvReaderOptions { Separator = separator, HasHeader = false });
        string[]? header = null;
        while (csv.Read())
        {
            string[] record = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

            // Five records of one file have fewer fields than its header; what they lack is unknown.
            if (header is null) header = record;
            else yield return header.Select((name, at) => (name, text: at < record.Length ? record[at] : "")).ToDictionary(field => field.name, field => field.text);
        }
    }

    public static decimal? Number(string text) => text is "" or "undefined" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
