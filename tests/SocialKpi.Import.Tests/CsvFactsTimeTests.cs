using NodaTime;

namespace SocialKpi.Import.Tests;

public class CsvFactsTimeTests
{
    private static string With(string format, string zone = "") =>
        $$"""{ "separator": ",", "time": { "column": "Date", "format": "{{format}}"{{(zone.Length > 0 ? $", \"zone\": \"{zone}\"" : "")}} }, "measures": { "clicks": "Clicks" } }""";

    [Theory]
    [InlineData("dd-MM-yyyy", "24-02-2015")]
    [InlineData("d.MM.yyyy", "24.02.2015")]
    [InlineData("M/d/yyyy H:mm", "2/24/2015 11:35")]
    [InlineData("MMM d yyyy", "Feb 24 2015")]
    [InlineData("ddd d MMM yyyy", "Tue 24 Feb 2015")]
    [InlineData("MM/dd/yyyy hh:mm tt", "02/24/2015 01:05 PM")]
    public void Read_DateInItsFormat_FallsOnItsDay(string format, string date) =>
        Assert.Equal(1, Csv.Read($"Date,Clicks\n{date},1\n", With(format)).In(Timeframe.Day(2015, 2, 24), Grain.Day));

    [Fact]
    public void Read_TimeWithOffset_FallsOnTheDayOfTheZone() =>
        Assert.Equal(1, Csv.Read("Date,Clicks\n2019-01-31 23:30 +0000,1\n", With("yyyy-MM-dd HH:mm o<+HHmm>", "Europe/Amsterdam")).In(Timeframe.Day(2019, 2, 1), Grain.Day));

    [Theory]
    [InlineData("dd-MM-yyyy", "29-02-2025", "no such date or time")]
    [InlineData("dd-MM-yyyy", "31-04-2025", "no such date or time")]
    [InlineData("dd-MM-yyyy", "2025-04-30", "cannot be read as 'dd-MM-yyyy', in which a time looks like '31-12-2024'")]
    [InlineData("M/d/yyyy H:mm", "2/24/2015", "cannot be read as 'M/d/yyyy H:mm', in which a time looks like '12/31/2024 23:59'")]
    [InlineData("yyyy-MM-dd HH:mm", "2025-02-28 25:00", "no such date or time")]
    [InlineData("dd-MM-yyyy", "Total", "cannot be read as")]
    [InlineData("dd-MM-yyyy", "１２-01-2025", "cannot be read as")]
    [InlineData("dd-MM-yyyy", "", "blank")]
    [InlineData("ddd d MMM yyyy", "Mon 24 Feb 2015", "day of the week")]
    public void Read_DateThatDoesNotExist_IsRejected(string format, string date, string reason)
    {
        Rejection rejection = Csv.Rejection($"Date,Clicks\n{date},1\n", With(format));

        Assert.Equal(("Date", date), (rejection.Column, rejection.Text));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uuuu-MM-dd", "", "0001-01-01")]
    [InlineData("uuuu-MM-dd", "", "-0044-03-15")]
    [InlineData("uuuu-MM-dd", "", "9999-12-31")]
    [InlineData("uuuu-MM-dd HH:mm", "Europe/Amsterdam", "9999-12-31 23:59")]
    [InlineData("uuuu-MM-dd HH:mm o<+HHmm>", "Europe/Amsterdam", "9999-12-31 23:59 -1800")]
    [InlineData("uuuu-MM-dd HH:mm o<+HHmm>", "Europe/Amsterdam", "-9998-01-01 00:00 +1800")]
    public void Read_DateAtTheEndOfTheCalendar_IsRejected(string format, string zone, string date) =>
        Assert.Contains("outside the years", Csv.Rejection($"Date,Clicks\n{date},1\n", With(format, zone)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025-03-30 02:30", "does not exist")]
    [InlineData("2025-10-26 02:30", "ambiguous")]
    public void Read_TimeInAClockChange_IsRejected(string time, string reason) =>
        Assert.Contains(reason, Csv.Rejection($"Date,Clicks\n{time},1\n", With("yyyy-MM-dd HH:mm", "Europe/Amsterdam")).Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_TimeInAClockChangeWithoutZone_IsALocalTime()
    {
        CsvImport import = Csv.Read("Date,Clicks\n2025-03-30 02:30,1\n", With("yyyy-MM-dd HH:mm"));

        Assert.Equal(1, import.In(Timeframe.Hour(new LocalDateTime(2025, 3, 30, 2, 0)), Grain.Hour));
        Assert.Contains(import.Report.Notes, note => note.Contains("names no zone", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DayThatAZoneSkipped_IsRejected() =>
        Assert.Contains("does not exist", Csv.Rejection("Date,Clicks\n2011-12-30 12:00,1\n", With("yyyy-MM-dd HH:mm", "Pacific/Apia")).Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_TwoDigitYear_IsNoted() =>
        Assert.Contains(Csv.Read("Date,Clicks\n24-02-15,1\n", With("dd-MM-yy")).Report.Notes, note => note.Contains("1931 to 2030", StringComparison.Ordinal));

    [Fact]
    public void Read_NoTimeMapped_GivesFactsWithoutTime() => Assert.False(Csv.Read("Clicks\n1\n").Facts.HasTime);
}
