using System.Text;
using SocialKpi;
using SocialKpi.Import;

namespace KpiReport;

/// <summary>Reads exports and prints a KPI table with totals, caveats and the explanation of one cell.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int Failed = 1;
    private const int BadArguments = 2;

    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using Stream output = Console.OpenStandardOutput();
        return Run(arguments, output, Console.Error, Terminal.Here());
    }

    /// <summary>The whole program, with what it writes to given.</summary>
    internal static int Run(string[] arguments, Stream output, TextWriter errors, Terminal? terminal = null)
    {
        using StreamWriter writer = new(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Terminal shown = terminal ?? new Terminal();
        errors = shown.FittedErrors(errors);
        try
        {
            Options options = Options.Parse(arguments);
            if (options.Help) shown.Fitted(writer).WriteLine(Options.HelpText);
            else if (options.ListsCatalogue) Listing.Print(options, shown.Fitted(writer));
            else Report.Print(options, writer, errors, shown);

            // A full disk is told here, and not when the writer is put away.
            writer.Flush();
            return Success;
        }
        catch (OptionException problem)
        {
            errors.WriteLine($"KpiReport: {OneLine(problem.Message)} (--help shows what there is)");
            return BadArguments;
        }
        catch (Exception problem) when (problem is ImportException or MappingException or DefinitionException or FactsException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"KpiReport: {problem.Message}");
            return Failed;
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
