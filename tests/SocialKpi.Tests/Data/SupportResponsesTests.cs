using CsvHelper;
using NodaTime;
using NodaTime.Text;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Data;

/// <summary>
/// Response times of support on Twitter (ThoughtVector, "Customer Support on Twitter", first 121 messages). Pairs are made
/// here: an inbound message is answered by the earliest outbound message that names it in its own <c>in_response_to_tweet_id</c>.
/// (The other column, <c>response_tweet_id</c>, also names outbound messages that say they reply to something else: 55 pairs.)
/// </summary>
public sealed class SupportResponsesTests
{
    private static readonly Measure ResponseTime = Measure.Sum("response_time", Unit.Duration);

    private static readonly Kpi Median = Kpi.Define(
        "median_response_time", Measure.Median("median_response", Unit.Duration, of: "response_time"), Unit.Duration, Direction.LowerIsBetter);

    private static readonly Kpi Customers = Kpi.Define("customers", Measure.Distinct("customers", of: "customer"), Unit.Count);

    [SharedFact]
    public void Median_OfEveryAnsweredInboundMessage_IsFiveMinutesAndFourSeconds()
    {
        Reading median = Facts().Read(KpiQuery.Of(Median))[Median];
        Assert.Equal((304m, 53L), (median.Value, median.RowsUsed));
        Assert.Equal(5.0667m, decimal.Round(median.Value / 60, 4));
        Assert.Equal("13 of 66 rows left out: response_time is unknown on 13", Assert.Single(median.Caveats).Text);
    }

    [SharedFact]
    public void Median_OfConversationOpenings_IsSixMinutesAndThirtySixSeconds()
    {
        // An opening is an inbound message that replies to nothing.
        Reading median = Facts().Read(KpiQuery.Of(Median).By("opening"))[Median, Segment.Of("opening", "yes")];
        Assert.Equal((396m, 31L), (median.Value, median.RowsUsed));
        Assert.Equal(6.6m, median.Value / 60);
        Assert.Equal("2 of 33 rows left out: response_time is unknown on 2", Assert.Single(median.Caveats).Text);
    }

    [SharedFact]
    public void Customers_WhoOpenedAndWentOn_CountOnceInTheTotal()
    {
        KpiTable table = Facts().Read(KpiQuery.Of(Customers).By("opening"));
        Assert.Equal(36m, table[Customers].Value);
        Assert.True(table.Rows.Sum(row => row[Customers].Value) > 36m, "no customer both opened a conversation and went on");
    }

    private static Facts Facts()
    {
        Message[] messages = [.. Read()];
        Dictionary<string, Instant> firstReply = messages.Where(message => !message.IsInbound && message.RepliesTo.Length > 0)
            .GroupBy(message => message.RepliesTo).ToDictionary(replies => replies.Key, replies => replies.Min(reply => reply.At));
        return SocialKpi.Facts.FromRows(messages.Where(message => message.IsInbound), row => row
            .Dimension("customer", message => message.Author)
            .Dimension("opening", message => message.RepliesTo.Length == 0 ? "yes" : "no")
            .Measure(ResponseTime, message => firstReply.TryGetValue(message.Id, out Instant reply) ? (decimal)(reply - message.At).TotalSeconds : null));
    }

    private static IEnumerable<Message> Read()
    {
        var times = OffsetDateTimePattern.CreateWithInvariantCulture("ddd MMM dd HH:mm:ss o<+HHmm> yyyy");
        using CsvReader csv = CsvReader.FromText(File.ReadAllText(SharedData.Path("support-twitter/twcs.csv")));
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return new Message(
                csv.GetString("tweet_id"),
                csv.GetString("author_id"),
                csv.GetString("inbound") == "TRUE",
                times.Parse(csv.GetString("created_at")).Value.ToInstant(),
                csv.GetString("in_response_to_tweet_id"));
        }
    }

    private sealed record Message(string Id, string Author, bool IsInbound, Instant At, string RepliesTo);
}
