using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SocialKpi.Hosts.Tests;

/// <summary>The browser, without a window: it opens a page, takes its picture, and says what became of it.</summary>
internal static partial class Chromium
{
    // Measures when all is laid out, and writes what it saw into the page, where --dump-dom shows it.
    private const string Probe = """
        <script>
        window.refused = [];
        document.addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective + ' ' + event.blockedURI));
        window.addEventListener('load', () => setTimeout(() => {
            const page = document.documentElement;
            const outside = [...document.querySelectorAll('body > *')].filter(part => part.getBoundingClientRect().right > page.clientWidth + 1).length;
            const hidden = [...document.querySelectorAll('body td, body th')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).length;
            const turned = [], words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sign = document.createRange();
            while (words.nextNode()) {
                // What stands in an element of its own and holds no other is a name, whose order is its own affair.
                const text = words.currentNode, own = text.parentElement.closest('bdi, title, script');
                if (own && !own.querySelector('bdi')) continue;
                for (let at = 0, before = null; at < text.length; at++) {
                    sign.setStart(text, at);
                    sign.setEnd(text, at + 1);
                    const now = sign.getBoundingClientRect();
                    if (now.width === 0) continue;
                    if (before && Math.abs(now.top - before.top) < 2 && now.left < before.left - 1) { turned.push(text.data); break; }
                    before = now;
                }
            }
            const seen = document.createElement('pre');
            seen.id = 'seen';
            seen.textContent = JSON.stringify({
                width: page.scrollWidth, client: page.clientWidth, outside, hidden, turned,
                scripts: document.scripts.length, pwned: window.pwned === undefined ? 0 : 1,
                fetched: [...performance.getEntriesByType('resource').map(entry => entry.name), ...window.refused] });
            document.body.appendChild(seen);
        }, 50));
        </script>
        """;

    private static readonly string? Program = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Why pages cannot be opened here; null when they can.</summary>
    public static string? Missing { get; } = Program is null ? "there is no Chromium on the path; install Debian's package chromium, for instance" : null;

    /// <summary>Where pictures are kept, to be looked at: the folder of the test's build.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;

    /// <summary>Opens fragments in a page of a host, light or dark, so many pixels wide, and takes a picture where it has a name.</summary>
    public static PageSeen Open(string body, bool dark, int width, string? picture = null)
    {
        (string scheme, string paper, string ink) = dark ? ("dark", "#1e1e1e", "#d4d4d4") : ("light", "#ffffff", "#222222");
        return OpenPage($$"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>results</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <style>:root{color-scheme:{{scheme}}}body{background:{{paper}};color:{{ink}};margin:16px}</style>{{Probe}}</head><body>{{body}}</body></html>
            """, width, picture is null ? null : Path.Combine(Pictures, $"{picture}.png"));
    }

    private static PageSeen OpenPage(string html, int width, string? picture)
    {
        string folder = Directory.CreateTempSubdirectory("chromium").FullName;
        try
        {
            string page = Path.Combine(folder, "page.html"), size = string.Create(CultureInfo.InvariantCulture, $"--window-size={width},12000");
            File.WriteAllText(page, html);
            if (picture is not null)
            {
                File.Delete(picture);
                Run(folder, size, $"--screenshot={picture}", page);
            }

            string dom = Run(folder, size, "--virtual-time-budget=2000", "--dump-dom", page);
            Match seen = Seen().Match(dom);
            Assert.True(seen.Success, $"the page says nothing of itself:\n{dom[..Math.Min(dom.Length, 500)]}");
            using JsonDocument json = JsonDocument.Parse(WebUtility.HtmlDecode(seen.Groups[1].Value));
            JsonElement root = json.RootElement;
            return new PageSeen(
                root.GetProperty("width").GetInt32(), root.GetProperty("client").GetInt32(), root.GetProperty("outside").GetInt32(), root.GetProperty("hidden").GetInt32(),
                root.GetProperty("scripts").GetInt32() > 1 || root.GetProperty("pwned").GetInt32() > 0,
                [.. root.GetProperty("turned").EnumerateArray().Select(text => text.GetString()!)],
                [.. root.GetProperty("fetched").EnumerateArray().Select(address => address.GetString()!)], picture is null ? null : new FileInfo(picture));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string folder, params string[] arguments)
    {
        string profile = Directory.CreateTempSubdirectory("profile").FullName;
        try
        {
            ProcessStartInfo start = new(Program!)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                WorkingDirectory = folder,
            };
            string[] quiet =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", $"--user-data-dir={profile}",
            ];
            foreach (string argument in quiet.Concat(arguments)) start.ArgumentList.Add(argument);
            using Process browser = Process.Start(start)!;
            _ = browser.StandardError.ReadToEndAsync();
            string output = browser.StandardOutput.ReadToEnd();
            if (!browser.WaitForExit(120_000)) browser.Kill(entireProcessTree: true);
            Assert.Equal(0, browser.ExitCode);
            return output;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    [GeneratedRegex(@"<pre id=""seen"">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Seen();
}

/// <summary>What became of a page.</summary>
/// <param name="Width">How wide the content is.</param>
/// <param name="Client">How wide the window is.</param>
/// <param name="Outside">How many blocks leave the window.</param>
/// <param name="Hidden">How many cells hold more than they show.</param>
/// <param name="RanScript">Whether anything but the test's own script is there or ran.</param>
/// <param name="Turned">The texts, names aside, in which a sign stands before one that it follows.</param>
/// <param name="Fetched">What the page asked for, or tried to.</param>
/// <param name="Picture">The screenshot, where one was asked for.</param>
internal sealed record PageSeen(int Width, int Client, int Outside, int Hidden, bool RanScript, string[] Turned, string[] Fetched, FileInfo? Picture);
