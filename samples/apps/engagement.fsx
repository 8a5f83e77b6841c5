// A table in F#, with the figures of the README's table: dotnet fsi engagement.fsx
#r "nuget: SocialKpi"

open System
open NodaTime
open SocialKpi

type Post = { Day: LocalDate; Platform: string; Impressions: int64; Clicks: int64 option; Spend: decimal }

let posts =
    [ { Day = LocalDate(2026, 1, 12); Platform = "linkedin"; Impressions = 4_000L; Clicks = Some 120L; Spend = 96.00M }
      { Day = LocalDate(2026, 1, 20); Platform = "instagram"; Impressions = 9_000L; Clicks = Some 90L; Spend = 45.00M }
      { Day = LocalDate(2026, 2, 3); Platform = "linkedin"; Impressions = 1_000L; Clicks = Some 10L; Spend = 24.00M }
      { Day = LocalDate(2026, 2, 9); Platform = "instagram"; Impressions = 6_000L; Clicks = None; Spend = 30.00M } ]

// Not known is not zero: an option without a value is a figure that nobody reported.
let facts =
    Facts.FromRows(posts, fun row ->
        row
            .Time(fun post -> post.Day)
            .Dimension("platform", fun post -> post.Platform)
            .Measure(Measures.Impressions, fun post -> Nullable post.Impressions)
            .Measure(Measures.Clicks, fun post -> Option.toNullable post.Clicks)
            .Measure(Measures.Spend, (fun post -> Nullable post.Spend), Currency.EUR)
        |> ignore)

let table = facts.Read(KpiQuery.Of([ Kpis.ClickThroughRate; Kpis.CostPerClick ]).By(Grain.Month).By("platform"))
printfn "%O\n\n%O" table (table[Kpis.ClickThroughRate].Explain())

// A KPI of one's own, of numbers at hand.
let rate =
    Kpi.Define("interactions_per_impression", Measures.Engagements / Measures.Impressions, Unit.Ratio, Direction.HigherIsBetter, label = "Interactions per impression")

printfn "%O" (rate.Of [ Measures.Engagements.Is 42.0M; Measures.Impressions.Is 1_400.0M ])
