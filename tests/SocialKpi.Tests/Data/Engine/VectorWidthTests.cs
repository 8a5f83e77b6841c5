using System.Diagnostics;
using System.Runtime.Intrinsics;
using Xunit.Abstractions;

namespace SocialKpi.Tests.Data.Engine;

/// <summary>The laws of the engine once more with narrower vectors, or none: the width is chosen when a process starts, so each has its own.</summary>
public sealed class VectorWidthTests(ITestOutputHelper output)
{
    private const string Forced = "SOCIALKPI_VECTOR_BITS";

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
        start.Environment[Forced] = bits.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(text);
        Assert.True(process.ExitCode == 0, $"{text}\n{await errors}");
        Assert.Matches(@"Passed:\s+[1-9]", text);
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
