using NodaTime;

namespace SocialKpi.Import.Tests;

/// <summary>Files whose times have no year: the mapping says on which day the file ends.</summary>
public class CsvFactsYearTests
{
    private static string Ending(string day, string format = "MMMM d", string zone = "") =>
        $$"""{ "separator": ",", "time": { "column": "Date", "format": "{{format}}", "endsOn": "{{day}}"{{(zone.Length > 0 ? $", \"zone\": \"{zone}\"" : "")}} }, "measures": { "clicks": "Clicks" } }""";

    [Fact]
    public void Read_AcrossTheEndOfAYear_GivesEachRowItsOwnYearInAnyOrder()
    {
        // Newest first, as some exports are.
        CsvImport import = Csv.Read("Date,Clicks\nJanuary 2,1\nJanuary 1,2\nDecember 31,4\nJanuary 3,8\n", Ending("2026-01-03"));

        Assert.Equal([4m, 2m, 1m, 8m], Days(import, new(2025, 12, 31), new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3)));
        Assert.Contains(
            "Times in column 'Date' have no year: they were read as 2025-12-31 to 2026-01-03, as the mapping says that the file ends on 2026-01-03.", import.Report.Notes);
    }

    [Theory]
    [InlineData("2026-02-27", "February 28", 2025)]
    [InlineData("2026-02-27", "December 31", 2025)]
    [InlineData("2026-02-27", "January 1", 2026)]
    [InlineData("2025-02-28", "February 29", 2024)]
    [InlineData("2024-02-29", "February 28", 2024)]
    [InlineData("2024-12-31", "February 29", 2024)]
    [InlineData("2024-02-29", "March 1", 2023)]
    [InlineData("2026-12-31", "January 1", 2026)]
    public void Read_DayOfTheYearUpToTheEnd_HasThatYear(string end, string day, int year)
    {
        LocalDate last = NodaTime.Text.LocalDatePattern.Iso.Parse(end).Value;
        CsvImport import = Csv.Read($"Date,Clicks\n{day},1\n{last.ToString("MMMM d", System.Globalization.CultureInfo.InvariantCulture)},2\n", Ending(end));

        Assert.Empty(import.Report.Rejections);
        Assert.Equal([1m, 2m], import.Facts.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Day)).Rows.Select(row => row[Kpis.ClickCount].Value));
        Assert.Equal([year, last.Year], import.Facts.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Day)).Rows.Select(row => row.Period!.Value.Start!.Value.Year));
    }

    [Theory]
    [InlineData("2026-02-27", "MMMM d", "February 29", "there is no such date or time in the year up to 2026-02-27")]
    [InlineData("2025-03-01", "MMMM d", "February 29", "there is no such date or time in the year up to 2025-03-01")]
    [InlineData("2024-02-28", "MMMM d", "February 29", "there is no such date or time in the year up to 2024-02-28")]
    [InlineData("2026-02-27", "ddd, MMM d", "Thu, Feb 27", "the date falls on another day of the week in the year up to 2026-02-27")]
    [InlineData("2026-02-27", "ddd, MMM d", "Wed, Dec 30", "the date falls on another day of the week in the year up to 2026-02-27")]
    [InlineData("2026-02-27", "MMMM d", "2026-02-26", "in which a time looks like 'December 31'")]
    public void Read_DayThatTheYearDoesNotHave_IsRejected(string end, string format, string day, string reason)
    {
        string last = NodaTime.Text.LocalDatePattern.Iso.Parse(end).Value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
        Rejection rejection = Csv.Rejection($"Date,Clicks\n\"{day}\",1\n\"{last}\",2\n", Ending(end, format));

        Assert.Equal(("Date", day), (rejection.Column, rejection.Text));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DayOfTheWeek_IsThatOfTheYearMeant() =>
        Assert.Equal([1m, 2m], Days(Csv.Read("Date,Clicks\n\"Wed, Dec 31\",1\n\"Fri, Feb 27\",2\n", Ending("2026-02-27", "ddd, MMM d")), new(2025, 12, 31), new(2026, 2, 27)));

    [Theory]
    [InlineData("MMM d HH:mm", "", "Dec 31 23:30", "Jan 1 08:00")]
    [InlineData("MMM d HH:mm", "Europe/Amsterdam", "Dec 31 23:30", "Jan 1 08:00")]
    [InlineData("MMM d HH:mm o<+HHmm>", "Europe/Amsterdam", "Dec 31 21:30 +0000", "Jan 1 08:00 +0100")]
    public void Read_TimesOfDay_HaveTheYearToo(string format, string zone, string before, string after) =>
        Assert.Equal([1m, 2m], Days(Csv.Read($"Date,Clicks\n{before},1\n{after},2\n", Ending("2026-01-01", format, zone)), new(2025, 12, 31), new(2026, 1, 1)));

    [Theory]
    [InlineData("February 21", "2026-02-20")]
    [InlineData("February 21", "2026-02-22")]
    public void Read_FileThatEndsOnAnotherDay_IsRefused(string day, string end)
    {
        ImportException refused = Csv.Refused($"Date,Clicks\n{day},1\n", Ending(end));

        Assert.Contains($"the file ends on {end}, and no row in column 'Date' is of that day", refused.Message, StringComparison.Ordinal);
        Assert.Contains("set \"endsOn\" to the day of the latest row", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-26", "February 24", "February 25", "February 26", "February 27")]
    [InlineData("2026-02-26", "February 27", "February 26", "February 25", "February 24")]
    [InlineData("2026-12-31", "December 30", "December 31", "January 1", "January 2")]
    [InlineData("2026-01-31", "January 30", "January 30", "January 31", "January 31", "February 1", "February 1")]
    public void Read_FileThatGoesOnBehindItsLastDay_IsRefused(string end, params string[] days)
    {
        ImportException refused = Csv.Refused($"Date,Clicks\n{string.Join('\n', days.Select(day => $"{day},1"))}\n", Ending(end));

        Assert.Contains($"the file ends on {end}, and then its rows leap from ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Set \"endsOn\" to the day of the latest row", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-27", "February 28", "March 1", "December 31", "January 1", "February 27")]
    [InlineData("2026-02-27", "February 27", "January 1", "December 31", "February 28")]
    [InlineData("2026-02-27", "February 27", "February 28")]
    [InlineData("2026-02-27", "August 1", "February 27", "March 1", "February 27")]
    [InlineData("2026-02-27", "February 26", "March 1", "February 27", "April 1", "January 2")]
    public void Read_FileOfUpToAYear_IsReadInItsOrderInPartsOrUnsorted(string end, params string[] days) =>
        Assert.Equal(days.Length, Csv.Read($"Date,Clicks\n{string.Join('\n', days.Select(day => $"{day},1"))}\n", Ending(end)).Report.RowsAccepted);

    [Fact]
    public void Read_LastDayWithoutAGoodRow_ListsTheRejectionInstead() =>
        Assert.Equal("Clicks", Csv.Rejection("Date,Clicks\nFebruary 20,1\nFebruary 21,many\n", Ending("2026-02-21")).Column);

    [Fact]
    public void Read_HeaderAlone_NeedsNoLastDay() => Assert.Equal(0, Csv.Read("Date,Clicks\n", Ending("2026-02-21")).Report.RowsRead);

    [Theory]
    [InlineData("""{ "column": "d", "format": "MMMM d" }""", "$.time.format", "has no year (yyyy), and a year is never guessed: say with \"endsOn\" on which day the file ends")]
    [InlineData("""{ "column": "d", "format": "yyyy-MM-dd", "endsOn": "2026-02-27" }""", "$.time.endsOn", "the format has the year: leave it out")]
    [InlineData("""{ "column": "d", "format": "dd-MM-yy", "endsOn": "2026-02-27" }""", "$.time.endsOn", "the format has the year: leave it out")]
    [InlineData("""{ "column": "d", "format": "MMMM d", "endsOn": "2026-02-29" }""", "$.time.endsOn", "'2026-02-29' is no day such as \"2026-03-31\"")]
    [InlineData("""{ "column": "d", "format": "MMMM d", "endsOn": "-0044-03-15" }""", "$.time.endsOn", "is no day such as")]
    [InlineData("""{ "column": "d", "format": "MMMM d", "endsOn": 2026 }""", "$.time.endsOn", "must be a text, not a number")]
    public void Parse_YearThatIsLackingOrSaidTwice_IsRefused(string time, string path, string reason)
    {
        MappingIssue issue = Assert.Single(Csv.Issues($$"""{ "time": {{time}}, "measures": { "clicks": "c" } }"""));

        Assert.Equal(path, issue.Path);
        Assert.Contains(reason, issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DayOfExportWithoutAYear_IsRefused()
    {
        MappingIssue issue = Assert.Single(Csv.Issues("""{ "exported": { "column": "e", "format": "MMMM d" }, "measures": { "clicks": "c" } }"""));

        Assert.Equal(("$.exported.format", "'MMMM d' has no year (yyyy), and a year is never guessed."), (issue.Path, issue.Message));
    }

    private static decimal[] Days(CsvImport import, params LocalDate[] days) =>
        [.. days.Select(day => import.In(Timeframe.Day(day), Grain.Day) ?? -1)];
}
