using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>Reads the columns of objects. However rows come and are shared out, the columns are the same.</summary>
internal static class RowReading
{
    /// <summary>How many objects are read together, column by column: few enough to stay in a near cache from the first column to the last.</summary>
    public const int BlockSize = 256;

    private const int FirstRoom = 64;

    /// <summary>Reads all rows, each object once, and finishes the columns.</summary>
    public static void Read<T>(IEnumerable<T> rows, RowColumn<T>[] columns, int threads)
    {
        if (rows is T[] or List<T>) ReadInPlace(rows, columns, threads);
        else ReadInTurn(rows, columns);
        foreach (RowColumn<T> column in columns) column.Finish();
    }

    private static ReadOnlySpan<T> SpanOf<T>(IEnumerable<T> rows) => rows is T[] array ? array : CollectionsMarshal.AsSpan((List<T>)rows);

    private static void ReadInPlace<T>(IEnumerable<T> rows, RowColumn<T>[] columns, int threads)
    {
        int count = SpanOf(rows).Length;
        int blocks = (count + BlockSize - 1) / BlockSize;
        int[] starts = new int[Math.Clamp(threads, 1, Math.Max(1, blocks))];
        for (int part = 0; part < starts.Length; part++) starts[part] = (int)((long)blocks * part / starts.Length) * BlockSize;
        foreach (RowColumn<T> column in columns)
        {
            column.Begin(starts);
            column.Resize(count);
        }

        if (starts.Length == 1)
        {
            ReadPart(0);
            return;
        }

        // As with one thread, the first row that cannot be read is the one that is heard of.
        ExceptionDispatchInfo?[] failures = new ExceptionDispatchInfo?[starts.Length];
        Parallel.For(0, starts.Length, new ParallelOptions { MaxDegreeOfParallelism = starts.Length }, part =>
        {
            try
            {
                ReadPart(part);
            }
            catch (Exception failure)
            {
                failures[part] = ExceptionDispatchInfo.Capture(failure);
            }
        });
        Array.Find(failures, failure => failure is not null)?.Throw();

        void ReadPart(int part)
        {
            ReadOnlySpan<T> all = SpanOf(rows);
            int until = part + 1 < starts.Length ? starts[part + 1] : count;
            for (int start = starts[part]; start < until; start += BlockSize)
            {
                ReadOnlySpan<T> block = all[start..Math.Min(start + BlockSize, until)];
                foreach (RowColumn<T> column in columns) column.Read(block, start, part);
            }
        }
    }

    /// <summary>
    /// Rows of a sequence that is made while it is read. An object may be one that is filled anew for every row, as those of database
    /// readers are, so each is read before the next is asked for; plain values are copies and may wait for one another.
    /// </summary>
    private static void ReadInTurn<T>(IEnumerable<T> rows, RowColumn<T>[] columns)
    {
        T[] block = new T[RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? 1 : BlockSize];
        (int start, int waiting) = (0, 0);
        int room = rows.TryGetNonEnumeratedCount(out int count) ? count : FirstRoom;
        foreach (RowColumn<T> column in columns)
        {
            column.Begin([0]);
            column.Resize(room);
        }

        foreach (T row in rows)
        {
            block[waiting++] = row;
            if (waiting == block.Length) ReadBlock();
        }

        if (waiting > 0) ReadBlock();
        foreach (RowColumn<T> column in columns) column.Resize(start);

        void ReadBlock()
        {
            int needed = start + waiting;
            if (needed > room)
            {
                room = (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * room));
                foreach (RowColumn<T> column in columns) column.Resize(room);
            }

            foreach (RowColumn<T> column in columns) column.Read(block.AsSpan(0, waiting), start, 0);
            (start, waiting) = (needed, 0);
        }
    }
}
