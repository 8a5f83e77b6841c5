// A DataTable. In this folder: dotnet run data-table.cs
// Outside a clone, in place of the #:project lines: #:package SocialKpi@0.1.0
#:project ../../src/SocialKpi
#:property PublishAot=false
using System.Data;
using System.Globalization;
using NodaTime;
using SocialKpi;

// Facts from a `DataTable`; a database query is read the same way by `Facts.FromReader`. A null is not zero: it is not known.
DataTable posts = new() { Locale = CultureInfo.InvariantCulture };
posts.Columns.Add("day", typeof(DateOnly));
posts.Columns.Add("platform", typeof(string));
posts.Columns.Add("impressions", typeof(int));
posts.Columns.Add("clicks", typeof(int));
posts.Rows.Add(new DateOnly(2026, 1, 12), "linkedin", 4_000, 120);
posts.Rows.Add(new DateOnly(2026, 1, 20), "instagram", 9_000, 90);
posts.Rows.Add(new DateOnly(2026, 2, 9), "instagram", 6_000, DBNull.Value);

Facts facts = Facts.FromTable(posts, row => row
    .Day("day")
    .Dimension("platform", "platform")
    .Measure(Measures.Impressions, "impressions")
    .Measure(Measures.Clicks, "clicks"));
Console.WriteLine(facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform")));

// Rows with plain properties go to any chart or table library.
KpiTable byPlatform = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform"));
foreach (KpiRow row in byPlatform.Rows)
    Console.WriteLine($"{row.Segment["platform"]}: {row[Kpis.ClickThroughRate]}");
