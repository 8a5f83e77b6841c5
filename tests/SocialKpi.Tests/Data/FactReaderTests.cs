using System.Data;
using System.Numerics;
using System.Reflection;
using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Data;

public sealed class FactReaderTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [Fact]
    public void FromReader_OfAQuery_ReadsColumnsByName()
    {
        using DataTable posts = Table(("id", typeof(long)), ("published", typeof(DateTime)), ("network", typeof(string)), ("like_count", typeof(int)), ("cost", typeof(decimal)), ("score", typeof(double)));
        posts.Rows.Add(1L, new DateTime(2026, 3, 1), "x", 10, 1.50m, 0.1);
        posts.Rows.Add(2L, new DateTime(2026, 3, 2), DBNull.Value, DBNull.Value, 2.25m, 0.2);
        using DataTableReader reader = posts.CreateDataReader();
        Facts facts = Facts.FromReader(reader, table => table
            .Day("published").Dimension("platform", "network")
            .Measure(Measures.Likes, "like_count").Measure(Measures.Spend, "cost", Currency.EUR).Count(Measures.Posts)
            .Value("score", "score").Key("id", Duplicates.Refuse));

        KpiTable table = facts.Read(KpiQuery.Of(Kpis.LikeCount, Kpis.TotalSpend, Kpis.PostCount).By(Grain.Day).By("platform"));
        Assert.Equal(3.75m.Of(Currency.EUR), table[Kpis.TotalSpend].Quantity);
        Assert.Equal(10, table[Kpis.LikeCount, Timeframe.Day(2026, 3, 1), Segment.Of("platform", "x")].Value);
        Assert.Equal(Absence.NotReported, table[Kpis.LikeCount, Timeframe.Day(2026, 3, 2), Segment.Of("platform", null)].Absence);
        Assert.Equal(["likes", "posts", "score", "spend"], facts.RowValues);
        Assert.False(reader.IsClosed);
    }

    [Fact]
    public void FromTable_WithDeletedRows_LeavesThemOut()
    {
        using DataTable posts = Table(("likes", typeof(int)));
        posts.Rows.Add(1);
        posts.Rows.Add(2);
        posts.AcceptChanges();
        posts.Rows[0].Delete();
        Assert.Equal(2, Likes(Facts.FromTable(posts, table => table.Measure(Measures.Likes, "likes"))));
    }

    public static TheoryData<object, string> Numbers => new()
    {
        { (sbyte)-1, "-1" }, { (byte)1, "1" }, { (short)-2, "-2" }, { (ushort)2, "2" }, { 3, "3" }, { 3u, "3" },
        { 999_999_999_999_999_999L, "999999999999999999" }, { 4UL, "4" }, { new BigInteger(-5), "-5" }, { (Int128)6, "6" }, { (UInt128)7, "7" },
        { 1.50m, "1.5" }, { 0.1, "0.1" }, { 0.1f, "0.1" }, { 16_777_216f, "16777216" }, { 1e-7, "0.0000001" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Measure_OfEveryNumberType_IsExact(object value, string exact)
    {
        foreach (string culture in Cultures.Names)
        {
            using Cultures scope = Cultures.Use(culture);
            using DataTable posts = Table(("likes", typeof(object)));
            posts.Rows.Add(value);
            Assert.Equal(decimal.Parse(exact, System.Globalization.CultureInfo.InvariantCulture), Likes(Facts.FromTable(posts, table => table.Measure(Measures.Likes, "likes"))));
        }
    }

    public static TheoryData<object, string> Texts => new()
    {
        { "İstanbul", "İstanbul" }, { "", "" }, { 'x', "x" }, { 1_234_567, "1234567" }, { -1.50m, "-1.5" }, { 0.5, "0.5" }, { true, "true" },
        { new DateOnly(2026, 3, 31), "2026-03-31" }, { new DateTime(2026, 3, 31), "2026-03-31" }, { new DateTime(2026, 3, 31, 9, 5, 0), "2026-03-31T09:05:00" },
        { new DateTime(2026, 3, 31, 9, 5, 0, DateTimeKind.Utc), "2026-03-31T09:05:00Z" }, { Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), "0f8fad5b-d9cb-469f-a165-70867728950e" },
        { DayOfWeek.Friday, "Friday" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Dimension_OfAnyType_HasItsInvariantText(object value, string text)
    {
        foreach (string culture in Cultures.Names)
        {
            using Cultures scope = Cultures.Use(culture);
            using DataTable posts = Table(("what", typeof(object)));
            posts.Rows.Add(value);
            Facts facts = Facts.FromTable(posts, table => table.Dimension("what", "what").Count(Measures.Posts));
            Assert.Equal(1, facts.Read(KpiQuery.Of(Kpis.PostCount).By("what"))[Kpis.PostCount, Segment.Of("what", text)].Value);
        }
    }

    [Fact]
    public void Time_OfEachKind_MakesTheSameDay()
    {
        Timeframe day = Timeframe.Day(2026, 3, 5);
        Assert.Equal(day, DayOf(new DateOnly(2026, 3, 5), table => table.Day("at")));
        Assert.Equal(day, DayOf(new DateTime(2026, 3, 5), table => table.Day("at")));
        Assert.Equal(day, DayOf(new LocalDate(2026, 3, 5), table => table.Day("at")));
        Assert.Equal(day, DayOf("2026-03-05", table => table.Day("at")));
        Assert.Equal(day, DayOf(new DateTime(2026, 3, 5, 23, 59, 0), table => table.Moment("at")));
        Assert.Equal(day, DayOf(new LocalDateTime(2026, 3, 5, 23, 59), table => table.Moment("at")));
        Assert.Equal(day, DayOf(new DateTimeOffset(2026, 3, 4, 20, 0, 0, TimeSpan.FromHours(-8)), table => table.Instant("at", Amsterdam)));
        Assert.Equal(day, DayOf(new DateTime(2026, 3, 4, 23, 0, 0, DateTimeKind.Utc), table => table.Instant("at", Amsterdam)));
        Assert.Equal(day, DayOf(Instant.FromUtc(2026, 3, 4, 23, 0), table => table.Instant("at", Amsterdam)));
    }

    public static TheoryData<object, string, string> WrongTimes => new()
    {
        { new DateTime(2026, 3, 5, 0, 0, 1), "Day", "is no whole day; read it with Moment or Instant" },
        { "5-3-2026", "Day", "is no day" },
        { 20260305, "Day", "is no day" },
        { new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc), "Moment", "is an instant and not a local moment" },
        { new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Local), "Moment", "is on the clock of the machine that read it" },
        { new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Local), "Instant", "is on the clock of the machine that read it" },
        { "2026-03-05", "Moment", "is no local moment" },
        { new DateTime(2026, 3, 5), "Instant", "does not say that it is UTC" },
        { new DateOnly(2026, 3, 5), "Instant", "is no instant" },
        { DBNull.Value, "Day", "every row needs its time" },
    };

    [Theory]
    [MemberData(nameof(WrongTimes))]
    public void Time_ThatCannotMeanWhatIsSaid_IsRefusedWithItsRow(object value, string kind, string reason)
    {
        FactsException refusal = Assert.Throws<FactsException>(() => DayOf(value, table => _ = kind switch
        {
            "Day" => table.Day("at"),
            "Moment" => table.Moment("at"),
            _ => table.Instant("at", Amsterdam),
        }));
        FactsIssue issue = Assert.Single(refusal.Issues);
        Assert.Equal(("time", 0), (issue.Column, issue.Row));
        Assert.Contains(reason, issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_ThatAreMissing_AreAllNamedWithThoseThereAre()
    {
        using DataTable posts = Table(("id", typeof(int)), ("Likes", typeof(int)), ("platform", typeof(string)));
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromTable(posts, table => table
            .Day("published").Measure(Measures.Likes, "likes").Dimension("platform", "platform")));
        Assert.Equal(
            """
            2 issues:
            - time: the table has no column 'published'; it has: id, Likes, platform
            - likes: the table has no column 'likes'; did you mean 'Likes'? It has: id, Likes, platform
            """,
            refusal.Message);
    }

    [Fact]
    public void Columns_OfTheWrongType_AreAllNamedOnceWithTheFirstRow()
    {
        using DataTable posts = Table(("likes", typeof(object)), ("clicks", typeof(string)), ("spend", typeof(double)), ("blob", typeof(byte[])));
        posts.Rows.Add(1, "12", 1.0, new byte[] { 1 });
        posts.Rows.Add("1,2 k", "13", double.NaN, DBNull.Value);
        posts.Rows.Add(true, DBNull.Value, 2.0, DBNull.Value);
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromTable(posts, table => table
            .Measure(Measures.Likes, "likes").Measure(Measures.Clicks, "clicks").Measure(Measures.Spend, "spend", Currency.EUR).Dimension("blob", "blob")));
        const string Remedy = "which is not an exact number; make it one in the query, or record the column as a dimension";
        Assert.Equal(
            $"""
            4 issues:
            - likes, row 2: column 'likes' holds '1,2 k' (String), {Remedy} (1 more row has such a value)
            - clicks, row 1: column 'clicks' holds '12' (String), {Remedy} (1 more row has such a value)
            - spend, row 2: column 'spend' holds 'NaN' (Double), {Remedy}
            - blob, row 1: column 'blob' holds '…' (Byte[]), which has no text; make it one in the query
            """,
            refusal.Message);
    }

    [Fact]
    public void Columns_ThatAreMissing_HideNoneOfTheWrongType()
    {
        using DataTable ads = Table(("clicks", typeof(string)), ("cost", typeof(decimal)), ("id", typeof(int)), ("likes", typeof(decimal)));
        ads.Rows.Add("12", 1m, 7, 0.1234567890123456789m);
        ads.Rows.Add("13", 2m, 7, 1m);
        ExchangeRates rates = ExchangeRates.To(Currency.EUR).With(Currency.USD, new LocalDate(2026, 1, 1), 0.9m);
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromTable(ads, table => table
            .Measure(Measures.Clicks, "clicks").Measure(Measures.Spend, "cost", "currency", rates).Key(["account", "id"], Duplicates.Refuse)
            .Measure(Measures.Likes, "likes").Day("day").ExportedOn("exported")));
        Assert.Equal(
            """
            6 issues:
            - spend: the table has no column 'currency'; it has: clicks, cost, id, likes
            - key: the table has no column 'account'; it has: clicks, cost, id, likes
            - time: the table has no column 'day'; it has: clicks, cost, id, likes
            - export date: the table has no column 'exported'; it has: clicks, cost, id, likes
            - clicks, row 1: column 'clicks' holds '12' (String), which is not an exact number; make it one in the query, or record the column as a dimension (1 more row has such a value)
            - likes, row 1: 0.1234567890123456789 has more than 18 digits; round it before it becomes a fact
            """,
            refusal.Message);
    }

    [Fact]
    public void Columns_OfTheSameName_AreRefusedOnlyWhereTheyAreRead()
    {
        using DataTable posts = Table(("likes", typeof(int)), ("clicks", typeof(int)), ("id", typeof(int)));
        posts.Rows.Add(1, 2, 3);
        using IDataReader reader = TwiceNamed.Of(posts);
        Assert.Contains("two columns 'likes'", Assert.Throws<FactsException>(() => Facts.FromReader(reader, table => table.Measure(Measures.Likes, "likes"))).Message, StringComparison.Ordinal);
        using IDataReader again = TwiceNamed.Of(posts);
        Assert.Equal(1, Facts.FromReader(again, table => table.Dimension("id", "id").Count(Measures.Posts)).RowCount);
    }

    [Fact]
    public void Key_OfSeveralColumns_KeepsTheirPartsApart()
    {
        using DataTable posts = Table(("account", typeof(string)), ("post", typeof(object)), ("likes", typeof(int)));
        posts.Rows.Add("a", "bc", 1);
        posts.Rows.Add("ab", "c", 2);
        posts.Rows.Add("ab", "c", 4);
        Facts facts = Facts.FromTable(posts, table => table.Key(["account", "post"], Duplicates.KeepLast).Measure(Measures.Likes, "likes"));
        Assert.Equal((5m, 1), (Likes(facts), facts.DuplicatesDropped));

        posts.Rows.Add("a", DBNull.Value, 8);
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromTable(posts, table => table.Key(["account", "post"], Duplicates.KeepLast).Measure(Measures.Likes, "likes")));
        Assert.Equal("key, row 4: it is missing; every row needs one", refusal.Message);
    }

    [Fact]
    public void Arguments_ThatAreNull_AreRefused()
    {
        using DataTable posts = Table(("likes", typeof(int)));
        Assert.Throws<ArgumentNullException>(() => Facts.FromReader(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => Facts.FromTable(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => Facts.FromTable(posts, null!));
        Assert.Throws<ArgumentNullException>(() => Facts.FromTable(posts, table => table.Measure(null!, "likes")));
        Assert.Throws<ArgumentException>(() => Facts.FromTable(posts, table => table.Measure(Measures.Likes, " ")));
        Assert.Throws<ArgumentException>(() => Facts.FromTable(posts, table => table.Key([], Duplicates.Refuse)));
        Assert.Throws<ArgumentNullException>(() => Facts.FromTable(posts, table => table.Instant("likes", null!)));
    }

    [Fact]
    public void ExportedOn_FromAColumn_DecidesWhichRowOfAKeyIsTheLast()
    {
        using DataTable posts = Table(("id", typeof(int)), ("exported", typeof(DateTime)), ("likes", typeof(int)));
        posts.Rows.Add(1, new DateTime(2026, 4, 2), 20);
        posts.Rows.Add(1, new DateTime(2026, 4, 1), 10);
        Facts facts = Facts.FromTable(posts, table => table
            .Key("id", Duplicates.KeepLast).ExportedOn("exported").Basis(TimeBasis.LifetimeAtPublish).Measure(Measures.Likes, "likes"));
        Assert.Equal((20m, new LocalDate(2026, 4, 2), TimeBasis.LifetimeAtPublish), (Likes(facts), facts.ExportedOn, facts.TimeBasis));
        posts.Rows.Add(2, DBNull.Value, 1);
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromTable(posts, table => table.ExportedOn("exported").Measure(Measures.Likes, "likes")));
        Assert.Equal("export date, row 3: column 'exported' is blank, and every row needs its export date; leave the row out", refusal.Message);
    }

    [Fact]
    public void YoungUnder_CountsRowsByTheDayAndTheExportOfTheirColumns()
    {
        using DataTable posts = Table(("day", typeof(DateTime)), ("exported", typeof(DateTime)), ("likes", typeof(int)));
        posts.Rows.Add(new DateTime(2026, 4, 1), new DateTime(2026, 4, 8), 20);
        posts.Rows.Add(new DateTime(2026, 4, 2), new DateTime(2026, 4, 8), 10);
        Facts facts = Facts.FromTable(posts, table => table
            .Day("day").ExportedOn("exported").Basis(TimeBasis.LifetimeAtPublish).YoungUnder(7).Measure(Measures.Likes, "likes"));
        Caveat young = Assert.Single(facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Caveats);
        Assert.Equal((CaveatKind.YoungPosts, 1m), (young.Kind, young.Amount));
    }

    [Fact]
    public void Share_InPerCent_IsReadAsAFraction()
    {
        using DataTable audience = Table(("share", typeof(double)));
        audience.Rows.Add(59.5);
        Facts facts = Facts.FromTable(audience, table => table.Share(Measures.AudienceShare, "share", ShareScale.Percent));
        Assert.Equal(0.595m, facts.ValueOf("audience_share")!.FigureAt(0));
    }

    private static Timeframe DayOf(object value, Action<FactReader> time)
    {
        using DataTable posts = Table(("at", typeof(object)));
        posts.Rows.Add(value);
        Facts facts = Facts.FromTable(posts, table => time(table.Count(Measures.Posts)));
        return Assert.Single(facts.Read(KpiQuery.Of(Kpis.PostCount).By(Grain.Day)).Rows).Period!.Value;
    }

    private static DataTable Table(params (string Name, Type Type)[] columns)
    {
        DataTable table = new();
        foreach ((string name, Type type) in columns) table.Columns.Add(name, type);
        return table;
    }

    private static decimal Likes(Facts facts) => facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value;

    /// <summary>What a join gives: the second column has the name of the first.</summary>
    public class TwiceNamed : DispatchProxy
    {
        private DataTableReader _inner = null!;

        public static IDataReader Of(DataTable table)
        {
            IDataReader reader = Create<IDataReader, TwiceNamed>();
            ((TwiceNamed)reader)._inner = table.CreateDataReader();
            return reader;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(
            _inner, targetMethod.Name == nameof(IDataRecord.GetName) && args![0] is 1 ? [0] : args);
    }
}
