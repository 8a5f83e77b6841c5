using System.Text.Json;
using static SocialKpi.Import.Tests.Samples.KpiReportRun;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>The sample as a person runs it: what it prints, and what it says to a command line that makes no sense.</summary>
public sealed class KpiReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpireport").FullName;
    private readonly string _file;
    private readonly string _map;

    public KpiReportTests()
    {
        _file = Write("posts.csv", "day,platform,impressions,clicks\n2026-01-05,a,1000,10\n2026-02-05,,3000,60\n");
        _map = Write("posts.json", """
            { "time": { "column": "day", "format": "yyyy-MM-dd" }, "dimensions": { "platform": "platform" },
              "measures": { "impressions": "impressions", "clicks": "clicks" } }
            """);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Nothing_is_coloured_on_a_terminal_either()
    {
        using MemoryStream output = new();
        StringWriter errors = new(), progress = new();
        Assert.Equal(0, KpiReport.Program.Run(["--goals", Path.Combine(AppContext.BaseDirectory, "data", "goals.json"), "--as-of", "2026-05-15"], output, errors, new KpiReport.Terminal(Width: 80, progress)));

        string text = System.Text.Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain('\u001B', text);
        Assert.DoesNotContain('\u001B', errors.ToString());
        Assert.Contains("NO_COLOR", KpiReport.Options.HelpText, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutArguments_PrintsTheSamplesOwnReport()
    {
        (int code, string output, _) = Run();
        Assert.Equal(0, code);
        Assert.Contains("posts-eur.csv: 36 rows read, 36 accepted, 0 rejected", output, StringComparison.Ordinal);
        Assert.Contains("[3] mixed currencies", output, StringComparison.Ordinal);
        Assert.Contains("Cost per click, 2026-04, platform = facebook", output, StringComparison.Ordinal);
        Assert.Contains("1 of 3 rows left out (posts): clicks is unknown on 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Help_NamesEveryOption()
    {
        (int code, string output, _) = Run("--help");
        Assert.Equal(0, code);
        foreach (string option in new[] { "--map", "--by", "--dimension", "--kpi", "--define", "--during", "--where", "--independent", "--strict", "--format", "--json", "--html", "--narrow", "--wide",
                     "--compare", "--drivers", "--trailing", "--to-date", "--as-of", "--top", "--dense", "--at-least", "--explain", "--kpis", "--objective", "--lang" })
            Assert.Contains(option, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OwnFile_AnswersByMonthAndPlatform()
    {
        (int code, string output, string errors) = Run(_file, "--map", _map, "--by", "month", "--by", "platform", "--kpi", "click_through_rate", "--format", "json");
        Assert.Equal(0, code);
        Assert.Contains("2 rows read, 2 accepted", errors, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement total = json.RootElement.GetProperty("total").GetProperty("readings")[0];
        Assert.Equal(70m / 4000m, total.GetProperty("value").GetDecimal());
        Assert.Equal(2, json.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Run_Html_IsOnePageWithTheTableTheExplanationAndWhatWasRead()
    {
        (int code, string output, string errors) = Run(_file, "--map", _map, "--by", "month", "--kpi", "click_through_rate", "--html");
        Assert.Equal(0, code);
        Assert.Contains("2 rows read, 2 accepted", errors, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", output, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", output, StringComparison.Ordinal);
        foreach (string part in new[] { "1.75 %", "▲ better", "How figures came about", "= 70 / 4,000", "What was read", "rows accepted" })
            Assert.Contains(part, output, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|<link|src=|href=|url\\(|@import", output);
        Assert.Equal(output, Printed(_file, "--map", _map, "--by", "month", "--kpi", "click_through_rate", "--format", "html"));
    }

    [Fact]
    public void Run_NarrowTerminal_HasOneLineAFigure()
    {
        using MemoryStream output = new();
        using StringWriter errors = new();
        Assert.Equal(0, KpiReport.Program.Run([_file, "--map", _map, "--by", "month", "--kpi", "click_through_rate,impressions"], output, errors, new KpiReport.Terminal(Width: 27)));
        Assert.Contains("month    KPI", System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("share_of_voice", "this is no id; what is called so has the id share_of_voice.by_mentions or share_of_voice.by_impressions")]
    [InlineData("CTR", "this is no id; what is called so has the id click_through_rate")]
    [InlineData("clik_through_rate", "there is no such KPI; did you mean click_through_rate?")]
    [InlineData("ebitda", "there is no such KPI; --kpis lists the standard ones")]
    [InlineData("candidate_quality", "has no formula")]
    public void Run_AnUnknownKpi_SaysWhatMayBeMeant(string name, string expected)
    {
        (int Code, string Output, string Errors) run = Run(_file, "--map", _map, "--kpi", name);
        AssertRefused(run);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.True(run.Errors.Length < 400, run.Errors);
    }

    [Fact]
    public void Run_AnUnknownMeasure_SaysWhatMayBeMeant() =>
        Assert.Contains("did you mean impressions?", Run(_file, "--map", _map, "--by", "month", "--at-least", "impresions=10").Errors, StringComparison.Ordinal);

    [Fact]
    public void Run_NarrowTerminal_HasStandingsOneByOne()
    {
        string[] wide = Lines(200), narrow = Lines(80);
        Assert.Contains(wide, line => line.StartsWith("KPI  ", StringComparison.Ordinal));
        Assert.DoesNotContain(narrow, line => line.StartsWith("KPI  ", StringComparison.Ordinal));
        Assert.Contains(narrow, line => line.StartsWith("verdict ", StringComparison.Ordinal));
        Assert.All(narrow.SkipWhile(line => !line.StartsWith("Where the latest", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("How one", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));

        string[] Lines(int width)
        {
            using MemoryStream output = new();
            using StringWriter errors = new();
            Assert.Equal(0, KpiReport.Program.Run([_file, "--map", _map, "--by", "month", "--kpi", "click_through_rate", "--standing"], output, errors, new KpiReport.Terminal(width)));
            return System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        }
    }

    [Theory]
    [InlineData("72", 72)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("wide", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void WidthOf_TheVariable_IsANumberAboveZero(string? columns, int? expected) => Assert.Equal(expected, KpiReport.Terminal.WidthOf(columns));

    /// <summary>The program itself, whose reader goes away after a line: as <c>| head -1</c>, and more than a pipe holds.</summary>
    [Fact]
    public void A_reader_that_goes_away_ends_it_quietly()
    {
        string days = Write("days.csv", "day,platform,impressions,clicks\n" + string.Concat(Enumerable.Range(0, 4_000).Select(at => $"{new DateTime(2015, 1, 1).AddDays(at):yyyy-MM-dd},a,1000,10\n")));
        System.Diagnostics.ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "KpiReport.dll"), days, "--map", _map, "--by", "day", "--kpi", "click_through_rate,impressions" }) start.ArgumentList.Add(argument);
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(start)!;
        Assert.StartsWith("days.csv: 4000 rows read", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        process.StandardOutput.Close();
        string errors = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal((0, ""), (process.ExitCode, errors));
    }

    [Fact]
    public void Progress_OfAFile_IsSaidPerCentByPerCentAndWiped()
    {
        using StringWriter terminal = new();
        using (KpiReport.ProgressStream stream = new(new MemoryStream(new byte[1_000]), "posts.csv", terminal, 80))
        {
            byte[] buffer = new byte[250];
            while (stream.Read(buffer, 0, buffer.Length) > 0) { }
        }

        Assert.Equal("\rposts.csv: 25 %\rposts.csv: 50 %\rposts.csv: 75 %\rposts.csv: 100 %\r                \r", terminal.ToString());
    }

    [Fact]
    public void Run_OwnDefinition_IsCalculatedAndExplained()
    {
        (int code, string output, _) = Run(_file, "--map", _map, "--define", "clicks_per_thousand = 1000 * clicks / impressions in number", "--where", "platform=");
        Assert.Equal(0, code);
        Assert.Contains("= 1000 * 60 / 3,000", output, StringComparison.Ordinal);
        Assert.Contains("20", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--by")]
    [InlineData("--by", "")]
    [InlineData("--by", " ")]
    [InlineData("--dimension", "")]
    [InlineData("--by", "month", "--by", "year")]
    [InlineData("--by", "platform", "--by", "platform")]
    [InlineData("--by", "nothing")]
    [InlineData("--where", "color=red")]
    [InlineData("--where", " =x")]
    [InlineData("--where", "platform")]
    [InlineData("--during", "yesterday")]
    [InlineData("--format", "xml")]
    [InlineData("--json", "--html")]
    [InlineData("--json", "--format", "csv")]
    [InlineData("--kpi", "ctr")]
    [InlineData("--kpi", "")]
    [InlineData("--kpi", ",")]
    [InlineData("--kpi", "click_through_rate,click_through_rate")]
    [InlineData("--kpi", "share_of_voice.by_mentions")]
    [InlineData("--narrow", "--wide")]
    [InlineData("--during", "2026", "--during", "2025")]
    [InlineData("--compare")]
    [InlineData("--compare", "--as-of", "2026-02-01")]
    [InlineData("--by", "month", "--compare", "--compare")]
    [InlineData("--drivers")]
    [InlineData("--drivers", "platform")]
    [InlineData("--by", "month", "--drivers", " ")]
    [InlineData("--by", "month", "--drivers", "country")]
    [InlineData("--by", "month", "--drivers", "platform", "--drivers", "platform")]
    [InlineData("--trailing", "28 day")]
    [InlineData("--by", "month", "--trailing", "28")]
    [InlineData("--by", "month", "--trailing", "0 day")]
    [InlineData("--by", "month", "--trailing", "-1 day")]
    [InlineData("--by", "month", "--trailing", "28 3")]
    [InlineData("--by", "month", "--trailing", "28 fortnight")]
    [InlineData("--to-date", "year")]
    [InlineData("--by", "month", "--to-date", "decade")]
    [InlineData("--by", "month", "--to-date", "5")]
    [InlineData("--as-of", "2026-02")]
    [InlineData("--as-of", "2026-02-30")]
    [InlineData("--as-of", "today")]
    [InlineData("--during", "2026-02", "--as-of", "2026-01-31")]
    [InlineData("--top", "1")]
    [InlineData("--by", "platform", "--top", "0")]
    [InlineData("--by", "platform", "--top", "all")]
    [InlineData("--at-least", "impressions")]
    [InlineData("--at-least", "impressions=0")]
    [InlineData("--at-least", "impressions=-5")]
    [InlineData("--at-least", "impressions=many")]
    [InlineData("--at-least", "views=10")]
    [InlineData("--at-least", "followers=10")]
    [InlineData("--at-least", "likes=10")]
    [InlineData("--by", "month", "--compare", "--define", "click_through_rate.change = clicks in count", "--kpi", "click_through_rate,click_through_rate.change")]
    [InlineData("--explain", "")]
    [InlineData("--explain", "ctr")]
    [InlineData("--explain", "click_through_rate 2026-01")]
    [InlineData("--explain", "click_through_rate platform=a")]
    [InlineData("--explain")]
    [InlineData("--define", "x")]
    [InlineData("--define", "x = clicks / in ratio")]
    [InlineData("--define", "x = clicks / impressions in percent")]
    [InlineData("--define", "x = likes in money")]
    [InlineData("--define", "x = 1/0 in number")]
    [InlineData("--define", "X Y = clicks in count")]
    [InlineData("--define", "click_through_rate = likes / impressions in ratio")]
    public void Run_ArgumentsThatMakeNoSense_ExitsWithTwoAndOneLine(params string[] arguments) =>
        AssertRefused(Run([_file, "--map", _map, .. arguments]));

    [Fact]
    public void Run_FilesAndMapsThatDoNotFit_ExitsWithTwoAndOneLine()
    {
        AssertRefused(Run(_file));
        AssertRefused(Run("--map", _map));
        AssertRefused(Run(_file, _file, "--map", _map));
        AssertRefused(Run(_file, "--map", _map, "--map", _map));
    }

    [Fact]
    public void Run_FileThatCannotBeRead_ExitsWithOne()
    {
        string empty = Write("empty.csv", "");
        string dates = Write("dates.csv", "day,platform,impressions,clicks\n2026-02-30,a,1,1\n");
        Assert.Equal(1, Run(empty, "--map", _map).Code);
        (int code, _, string errors) = Run(dates, "--map", _map);
        Assert.Equal(1, code);
        Assert.Contains("none of its 1 rows", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FileThatIsNotThereOrAFolder_ExitsWithOneAndSaysWhich()
    {
        string absent = Path.Combine(_folder, "absent.json");
        foreach (string[] arguments in (string[][])
        [
            [absent, "--map", _map], [_file, "--map", absent], [_file, "--map", _map, "--goals", absent, "--as-of", "2026-03-31"], [_file, "--map", _map, "--by", "month", "--benchmarks", absent],
        ])
        {
            Assert.Equal((1, "", $"KpiReport: there is no file {absent}\n"), Run(arguments));
            Assert.Equal((1, "", $"KpiReport: {_folder} is a folder; name a file in it\n"), Run([.. arguments.Select(argument => argument == absent ? _folder : argument)]));
        }

        Assert.Contains("1 a file is not there or cannot be read", KpiReport.Options.HelpText, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LongNamesOnATerminal_AreShortenedToItsWidth()
    {
        string name = new('n', 200);
        string file = Write("long.csv", $"day,platform,impressions,clicks\n2026-01-05,{name},1000,10\n2026-02-05,b,3000,60\n");

        string[] shown = Lines(new KpiReport.Terminal(40), "--kpi", "click_through_rate");
        Assert.All(shown.SkipWhile(line => !line.StartsWith("platform", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0), line => Assert.InRange(line.Length, 1, 40));
        Assert.Contains(shown, line => line.Contains("nnn…", StringComparison.Ordinal));
        Assert.DoesNotContain(shown, line => line.StartsWith("platform", StringComparison.Ordinal) && line.Contains("KPI", StringComparison.Ordinal));
        foreach (KpiReport.Terminal terminal in new[] { new KpiReport.Terminal(), new KpiReport.Terminal(40, IsShown: false) })
        {
            string[] whole = Lines(terminal, "--kpi", "click_through_rate");
            Assert.Contains(whole, line => line.StartsWith(name, StringComparison.Ordinal));
            Assert.DoesNotContain(whole, line => line.StartsWith("platform", StringComparison.Ordinal) && line.Contains("KPI", StringComparison.Ordinal));
        }

        string[] Lines(KpiReport.Terminal terminal, params string[] arguments)
        {
            using MemoryStream output = new();
            using StringWriter errors = new();
            Assert.Equal(0, KpiReport.Program.Run([file, "--map", _map, "--by", "platform", .. arguments], output, errors, terminal));
            return System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        }
    }

    [Fact]
    public void Run_Html_IsTheSameWhereverTheFilesLie()
    {
        string elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName;
        string copy = Path.Combine(elsewhere, Path.GetFileName(_file));
        File.Copy(_file, copy);

        string page = Printed(_file, "--map", _map, "--html");
        Assert.Equal(page, Printed(copy, "--map", _map, "--html"));
        Assert.DoesNotContain(_folder, page, StringComparison.Ordinal);
        Assert.Contains("posts.csv", page, StringComparison.Ordinal);
        Assert.DoesNotContain(AppContext.BaseDirectory, Printed("--html"), StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
