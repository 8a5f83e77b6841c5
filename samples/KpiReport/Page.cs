using System.Net;
using System.Text;
using SocialKpi;
using SocialKpi.Import;

namespace KpiReport;

/// <summary>A report as one HTML page that needs nothing else: the tables, where their KPIs stand and what drove them, the goals, how some figures came about, and what was read.</summary>
internal static class Page
{
    // The fragments take paper and ink from the page; the page takes them from the reader's own setting, light or dark.
    private const string Style = """
        body { font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; max-width: 1200px; margin: 32px auto; padding: 0 16px }
        h1 { font-size: 1.5em; margin: 0 0 8px } h2 { font-size: 1.1em; margin: 32px 0 8px } h3 { font-size: 1em; margin: 24px 0 8px } section { margin: 0 0 16px }
        """;

    public static string Of(
        Options options, IReadOnlyList<Section> sections, Findings findings, IReadOnlyList<string> goals, IReadOnlyList<Reading> explained, IReadOnlyList<ImportReport> imports)
    {
        StringBuilder page = new();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>KPI report</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<h1>KPI report</h1>\n");
        if (options.IsSample) page.Append("<p>").Append(WebUtility.HtmlEncode(Sample.Introduction)).Append("</p>\n");
        foreach (Section section in sections) Add(section.Title, section.Table.ToHtml());
        if (!findings.IsEmpty) page.Append("<h2>").Append(Encoded(findings.Title)).Append("</h2>\n");
        foreach ((string? heading, string fragment) in findings.Blocks("html")) Add(heading, fragment, "h3");
        for (int at = 0; at < goals.Count; at++) Add(at == 0 ? GoalSection.Title(options.AsOf!.Value) : null, goals[at]);
        for (int at = 0; at < explained.Count; at++) Add(at == 0 ? "How figures came about" : null, explained[at].Explain().ToHtml());
        for (int at = 0; at < imports.Count; at++) Add(at == 0 ? "What was read" : null, imports[at].ToHtml());
        return page.Append("</body>\n</html>").ToString();

        // Names that are written from right to left move nothing beside them.
        static string Encoded(string title) => WebUtility.HtmlEncode(DisplayText.Visible(title))
            .Replace($"{Isolates.First}", "<bdi>", StringComparison.Ordinal).Replace($"{Isolates.Last}", "</bdi>", StringComparison.Ordinal);

        void Add(string? title, string fragment, string level = "h2")
        {
            if (title is not null) page.Append('<').Append(level).Append('>').Append(Encoded(title)).Append("</").Append(level).Append(">\n");
            page.Append("<section>").Append(fragment).Append("</section>\n");
        }
    }
}
