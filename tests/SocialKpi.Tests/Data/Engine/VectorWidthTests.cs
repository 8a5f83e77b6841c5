using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using SocialKpi.Tests.Laws;
using Xunit.Abstractions;

namespace SocialKpi.Tests.Data.Engine;

/// <summary>The laws of the engine once more with narrower vectors, or none: the width is chosen when a process starts, so each has its own.</summary>
public sealed class VectorWidthTests(ITestOutputHelper output)
{
    private const string Forced = "SOCIALKPI_VECTOR_BITS";
    private const string Expected = "SOCIALKPI_STATES_HASH";

    private static readonly Lazy<string> HashHere = new(HashOfStates);

    [Theory]
    [InlineData(256, "DOTNET_EnableAVX512")]
    [InlineData(128, "DOTNET_EnableAVX2")]
    [InlineData(0, "DOTNET_EnableHWIntrinsic")]
    public async Task Laws_WithNarrowerVectors_HoldAsWell(int bits, string switchedOff)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["vstest", typeof(VectorWidthTests).Assembly.Location, "--TestCaseFilter:FullyQualifiedName~Engine.Kernels|FullyQualifiedName~EngineLaws.Many_blocks|FullyQualifiedName~EngineLaws.Columns|FullyQualifiedName~ForcedWidth"])
            start.ArgumentList.Add(argument);
        start.Environment[switchedOff] = "0";
        start.Environment[Expected] = HashHere.Value;
        start.Environment[Forced] = bits.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(text);
        Assert.True(process.ExitCode == 0, $"{text}\n{await errors}");
        Assert.Matches(@"Passed:\s+[1-9]", text);
    }

    /// <summary>Not only the laws: the very bytes are those that the widest vectors give.</summary>
    [Fact]
    public void ForcedWidth_GathersTheSameBytes()
    {
        if (Environment.GetEnvironmentVariable(Expected) is { } expected) Assert.Equal(expected, HashHere.Value);
    }

    /// <summary>A hash of the states of many queries, each of a table of another length: from none to what vectors leave over, and of some blocks.</summary>
    private static string HashOfStates()
    {
        using IncrementalHash all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int tables = 0;
        Prop.ForAll(CaseArbitrary.OneTable, one =>
        {
            NaiveTable table = one.Tables[0];
            int length = tables < 68 ? tables : 1_000 + (tables * 7);
            tables++;
            Aggregator states = new(one.Query);
            states.Add((table with { Raw = [.. Enumerable.Range(0, table.Raw.Count == 0 ? 0 : length).Select(row => table.Raw[row % table.Raw.Count])] }).ToFacts());
            all.AppendData(states.ToStates());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(136).WithReplay(20260101UL, 20260103UL));
        return Convert.ToHexString(all.GetHashAndReset());
    }

    /// <summary>Says so when the switch had no effect, and the others proved nothing.</summary>
    [Fact]
    public void ForcedWidth_IsThatOfTheProcess()
    {
        if (Environment.GetEnvironmentVariable(Forced) is not { } forced) return;
        int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
        Assert.True(bits <= int.Parse(forced, System.Globalization.CultureInfo.InvariantCulture), $"vectors have {bits} bits, not {forced}");
    }
}
