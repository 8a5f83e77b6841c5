using System.Text;
using Microsoft.Extensions.DependencyInjection;
using static SocialKpi.DependencyInjection.Tests.Documents;

namespace SocialKpi.DependencyInjection.Tests;

/// <summary>How documents are decoded.</summary>
public class SetupTextTests
{
    [Fact]
    public void AddSocialKpi_AClosedStreamOrAnEmptyDocument_IsAnIssueOfItsSource()
    {
        Stream closed = Of(Documents.Kpis);
        closed.Dispose();
        Assert.Equal(
            [
                "x.json, stream: it is closed or not open for reading; give it open",
                "goals.json, document: it is empty; give the stream before it is read elsewhere, or leave the document out",
                "benchmarks.json, document: it is empty; give the stream before it is read elsewhere, or leave the document out",
            ],
            Refused(setup => setup.Define(closed, "x.json").Goals(Of(" \n"), "goals.json").Benchmarks(Of(""), "benchmarks.json")));
    }

    [Fact]
    public void AddSocialKpi_AnEncodingThatIsNotUtf8_IsAnIssueOfItsSource() => Assert.Equal(
        [
            "little.json, encoding: byte 1 is not UTF-8; save the document as UTF-8",
            "unmarked.json, encoding: byte 2 is 0, as in UTF-16; save the document as UTF-8",
        ],
        Refused(setup => setup
            .Goals(new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Goals)]), "little.json")
            .Goals(new MemoryStream(Encoding.Unicode.GetBytes(Goals)), "unmarked.json")));

    [Fact]
    public void AddSocialKpi_CommentsAndTrailingCommas_AreReadInEveryDocument()
    {
        static Stream Loose(string json) => Of($"// ours\n{json.Replace("}]", "}, /* more */ ]", StringComparison.Ordinal)}\n");
        using ServiceProvider services = Registered(setup => setup
            .Define(Loose(Documents.Kpis), "kpis.json").Goals(Loose(Goals), "goals.json").Benchmarks(Loose(Benchmarks), "benchmarks.json"));

        Assert.Single(services.GetRequiredService<GoalPlan>().Goals);
        Assert.Single(services.GetRequiredService<BenchmarkSet>().Benchmarks);
    }

    [Fact]
    public void AddSocialKpi_ADocumentThatIsTooLong_IsAnIssueOfItsSource() => Assert.Equal(
        ["long.json, JSON: it is longer than 10000000 characters; split it"],
        Refused(setup => setup.Define(Of($"{{ \"kpis\": [] }}{new string(' ', 10_000_000)}"), "long.json")));

    [Fact]
    public void AddSocialKpi_AStream_IsReadAtOnceAndNotClosed()
    {
        MemoryStream stream = new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Documents.Kpis)]);
        using ServiceProvider services = Registered(setup =>
        {
            setup.Define(stream, "kpis.json");
            Assert.Equal(stream.Length, stream.Position);
        });

        Assert.True(stream.CanRead);
        Assert.NotNull(services.GetRequiredService<Catalog>().FindKpi("saves_per_post"));
    }
}
