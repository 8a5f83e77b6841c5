using System.Globalization;
using SocialKpi.Peers;

// generate FOLDER ROWS: writes the columns that all engines load.
// stream ROWS: reads so many rows in chunks and says how much memory that took.
// work FOLDER WORKLOAD THREADS: answers commands, one a line, until the input ends; see Worker.
switch (args)
{
    case ["generate", var folder, var rows]:
        RowColumns.Generate(folder, int.Parse(rows, CultureInfo.InvariantCulture));
        return 0;
    case ["work", var folder, var workload, var threads]:
        Worker.Run(RowColumns.In(folder), workload, int.Parse(threads, CultureInfo.InvariantCulture));
        return 0;
    case ["stream", var rows]:
        Streaming.Run(long.Parse(rows, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("Usage: generate FOLDER ROWS | stream ROWS | work FOLDER WORKLOAD THREADS");
        return 2;
}
