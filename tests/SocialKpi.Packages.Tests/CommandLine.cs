using System.Diagnostics;
using System.Text;

namespace SocialKpi.Packages.Tests;

/// <summary>A program that ran, and what it wrote.</summary>
internal sealed record CommandLine(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end, at most so many minutes.</summary>
    public static CommandLine Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        const int minutes = 10;
        ProcessStartInfo start = new(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment) start.Environment[name] = value;

        string command = $"{program} {string.Join(' ', arguments)}";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(minutes)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end in {minutes} minutes.");
        }

        return new CommandLine(command, process.ExitCode, output.Result.ReplaceLineEndings("\n").TrimEnd('\n'), errors.Result.ReplaceLineEndings("\n"));
    }

    /// <summary>What it wrote; it must have gone well.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}\n{Errors}");
        return Output;
    }
}
