using System.Text;
using KpiReport;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>The sample on a narrow terminal: no line is wider, and a file or a pipe gets whole lines.</summary>
public sealed class KpiReportWidthTests : IDisposable
{
    private static readonly string Long = new('n', 200);

    private readonly string _folder = Directory.CreateTempSubdirectory("kpireport").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    public void Run_TheSample_StaysInTheTerminal(int width)
    {
        string[] goals = ["--goals", Path.Combine(AppContext.BaseDirectory, "data", "goals.json"), "--as-of", "2026-05-15"];
        string[] lines = Lines(new Terminal(width), goals);
        AssertFits(width, lines);

        // What is broken is all there: the figures, the words, the notes.
        Assert.Equal(Words(Lines(new Terminal(), goals), "Goals as of"), Words(lines, "Goals as of"));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public void Run_AFileWithLongNames_StaysInTheTerminal(int width)
    {
        AssertFits(width, Lines(new Terminal(width), Report()));
        AssertFits(width, Lines(new Terminal(width), [.. Report(), "--narrow"]));
        Assert.Contains(Lines(new Terminal(width, IsShown: false), Report()), line => line.Contains(Long, StringComparison.Ordinal));
        Assert.Contains(Lines(new Terminal(width), [.. Report(), "--wide"]), line => line.Contains(Long, StringComparison.Ordinal));
        Assert.Contains(Lines(new Terminal(width), [.. Report(), "--format", "markdown"]), line => line.Contains(Long, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--kpis")]
    [InlineData("--help")]
    [InlineData("--objective", "awareness")]
    public void Run_AListing_StaysInTheTerminal(params string[] arguments) => AssertFits(40, Lines(new Terminal(40), arguments));

    [Theory]
    [InlineData("--explain", "xyz")]
    [InlineData("--explain", "clicks", "--format", "csv")]
    [InlineData("--map", "none.json")]
    [InlineData("--format", "csv")]
    [InlineData("--format", "markdown")]
    [InlineData("--format", "json")]
    public void What_is_told_beside_a_report_stays_in_the_terminal_that_shows_it(params string[] more)
    {
        string[] arguments = [.. Report(), .. more];
        string told = Told(new Terminal(40, TextWriter.Null, IsShown: false)), whole = Told(new Terminal(40, IsShown: false));
        AssertFits(40, told.Split('\n'));
        Assert.Equal(told, Told(new Terminal(null, TextWriter.Null, IsShown: false, ErrorWidth: 40)));
        Assert.Contains(whole.Split('\n'), line => line.Length > 80);
        Assert.Equal(Joined(whole), Joined(told));

        // What is told goes to the terminal, wherever the report goes.
        string Told(Terminal terminal)
        {
            using StringWriter errors = new() { NewLine = "\n" };
            Program.Run(arguments, Stream.Null, errors, terminal);
            return errors.ToString();
        }

        static string Joined(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(10)]
    public void The_progress_of_a_long_name_stays_in_one_line(int width)
    {
        using StringWriter terminal = new();
        using (ProgressStream stream = new(new MemoryStream(new byte[1_000]), $"東京\u202E{Long}.csv", terminal, width))
        {
            while (stream.Read(new byte[10]) > 0)
            {
            }
        }

        string[] shown = terminal.ToString().Split('\r');
        Assert.Contains(shown, line => line.EndsWith(": 100 %", StringComparison.Ordinal));
        Assert.DoesNotContain('\u202E', terminal.ToString());
        Assert.All(shown, line => Assert.InRange(DisplayText.Width(line), 0, width - 1));
        Assert.Equal(shown.Max(DisplayText.Width), shown[^2].Length);
    }

    private string[] Report()
    {
        string[] names = [Long, "東京の支店の長い名前とその続き", "שלום 123", "\u202Eevil", "b"];
        string rows = string.Concat(from month in new[] { "01", "02" } from at in Enumerable.Range(0, names.Length) select $"2026-{month}-05,{names[at]},{1000 + (100 * at)},{10 + (at * int.Parse(month, System.Globalization.CultureInfo.InvariantCulture))}\n");
        string map = Write("map.json", """
            { "time": { "column": "day", "format": "yyyy-MM-dd" }, "dimensions": { "platform": "platform" }, "measures": { "impressions": "impressions", "clicks": "clicks" } }
            """);
        string goals = Write("goals.json", $$"""
            { "goals": [ { "name": "{{Long}}", "owner": "{{Long}}", "kpi": "click_through_rate", "shape": "increase", "from": "1 %", "to": "3 %", "during": "2026-Q1" } ] }
            """);
        return
        [
            Write($"{new string('f', 100)}.csv", $"day,platform,impressions,clicks\n{rows}2026-02-06,x,y,z\n"), "--map", map, "--by", "month", "--by", "platform", "--kpi", "click_through_rate,impressions",
            "--standing", "--drivers", "platform", "--compare", "--goals", goals, "--as-of", "2026-02-28",
        ];
    }

    private static string[] Lines(Terminal terminal, params string[] arguments)
    {
        using MemoryStream output = new();
        using StringWriter errors = new();
        Assert.True(Program.Run(arguments, output, errors, terminal) == 0, errors.ToString());
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n');
    }

    private static string Words(string[] lines, string from) => string.Concat(lines.SkipWhile(line => !line.StartsWith(from, StringComparison.Ordinal))).Replace(" ", "", StringComparison.Ordinal);

    private static void AssertFits(int width, string[] lines) =>
        Assert.All(lines, line => Assert.True(DisplayText.Width(line) <= width, $"{DisplayText.Width(line)} columns: {line}"));

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
