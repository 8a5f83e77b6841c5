// A table in F#: dotnet fsi engagement.fsx
#r "nuget: SocialKpi"

open System
open NodaTime
open SocialKpi

type Post = { Day: LocalDate; Platform: string; Impressions: int64; Interactions: int64 option }

let posts =
    [ { Day = LocalDate(2026, 1, 12); Platform = "linkedin"; Impressions = 4_000L; Interactions = Some 120L }
      { Day = LocalDate(2026, 1, 20); Platform = "instagram"; Impressions = 9_000L; Interactions = Some 450L }
      { Day = LocalDate(2026, 2, 9); Platform = "instagram"; Impressions = 6_000L; Interactions = None } ]

// Not known is not zero: an option without a value is a figure that nobody reported.
let facts =
    Facts.FromRows(posts, fun row ->
        row
            .Time(fun post -> post.Day)
            .Dimension("platform", fun post -> post.Platform)
            .Measure(Measures.Impressions, fun post -> Nullable post.Impressions)
            .Measure(Measures.Engagements, fun post -> Option.toNullable post.Interactions)
        |> ignore)

let rate =
    Kpi.Define("interactions_per_impression", Measures.Engagements / Measures.Impressions, Unit.Ratio, Direction.HigherIsBetter, label = "Interactions per impression")

printfn "%O" (facts.Read(KpiQuery.Of([ rate ]).By(Grain.Month).By("platform")))
printfn "%O" (rate.Of [ Measures.Engagements.Is 42.0M; Measures.Impressions.Is 1_400.0M ])
