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
        try
        {
            Options options = Options.Parse(arguments);
            if (options.Help) Console.WriteLine(Options.HelpText);
            else Report.Print(options, Console.Out, Console.Error);
            return Success;
        }
        catch (OptionException problem)
        {
            Console.Error.WriteLine($"KpiReport: {problem.Message} (--help shows what there is)");
            return BadArguments;
        }
        catch (Exception problem) when (problem is ImportException or MappingException or DefinitionException or FactsException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"KpiReport: {problem.Message}");
            return Failed;
        }
    }
}
