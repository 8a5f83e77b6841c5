using System.Globalization;
using System.Runtime.InteropServices;

namespace SocialKpi.Peers;

/// <summary>
/// The rows that every engine reads, as raw little-endian columns in a folder: the day of a leap year, one of 8 platforms, one of 300
/// accounts (300 × 366 = 109,800 groups), and ten measures, each as 64-bit and as 32-bit integers. In no order, from fixed seeds.
/// </summary>
internal sealed class RowColumns
{
    public const int Platforms = 8;
    public const int Accounts = 300;

    /// <summary>One measure each: below how much its figures lie.</summary>
    public static readonly int[] Limits = [100_000, 80_000, 5_000, 2_000, 500, 400, 300, 1_000_000, 50_000, 20_000];

    private const int FirstDay = 19_723;
    private const int Days = 366;
    private const int Block = 1 << 16;
    private readonly string _folder;

    private RowColumns(string folder) => _folder = folder;

    public static RowColumns In(string folder) => new(folder);

    public static void Generate(string folder, int rows)
    {
        Directory.CreateDirectory(folder);
        Write("day.i32", rows, Column(1, Days, value => FirstDay + value));
        Write("platform.i32", rows, Column(2, Platforms, value => value));
        Write("account.i32", rows, Column(3, Accounts, value => value));
        for (int i = 0; i < Limits.Length; i++)
        {
            Write(NameOf(i, "i32"), rows, Column(10 + i, Limits[i], value => value));
            Write(NameOf(i, "i64"), rows, Column(10 + i, Limits[i], value => (long)value));
        }

        void Write<T>(string name, int count, Func<T> next)
            where T : unmanaged
        {
            using FileStream file = File.Create(Path.Combine(folder, name));
            T[] block = new T[Block];
            for (int done = 0; done < count; done += Block)
            {
                Span<T> part = block.AsSpan(0, Math.Min(Block, count - done));
                foreach (ref T value in part) value = next();
                file.Write(MemoryMarshal.AsBytes(part));
            }
        }
    }

    public int[] Days32() => Read<int>("day.i32");

    public int[] Codes(string dimension) => Read<int>($"{dimension}.i32");

    public long[] Long(int measure) => Read<long>(NameOf(measure, "i64"));

    public int[] Int(int measure) => Read<int>(NameOf(measure, "i32"));

    private static string NameOf(int measure, string kind) => string.Create(CultureInfo.InvariantCulture, $"m{measure}.{kind}");

    private static Func<T> Column<T>(int seed, int limit, Func<int, T> map)
    {
        SplitMix random = new((ulong)seed * 1_000_003);
        return () => map(random.Next(limit));
    }

    private T[] Read<T>(string name)
        where T : unmanaged
    {
        using FileStream file = File.OpenRead(Path.Combine(_folder, name));
        T[] column = new T[file.Length / Marshal.SizeOf<T>()];
        file.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }
}
