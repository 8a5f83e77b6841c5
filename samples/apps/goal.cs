// A goal. In this folder: dotnet run goal.cs
// Outside a clone, in place of the #:project lines: #:package SocialKpi@0.1.0
#:project ../../src/SocialKpi
#:property PublishAot=false
using NodaTime;
using SocialKpi;

// A goal goes from a baseline to a target in a time. Where it stands is said as of a day, by a named rule.
KpiSeries clicks = KpiSeries.Given(
    Kpis.ClickThroughRate,
    (Timeframe.Month(2026, 7), 3.6m.Percent()),
    (Timeframe.Month(2026, 8), 4.2m.Percent()));
Goal goal = Goal.Increase(Kpis.ClickThroughRate, from: 3.2m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 3),
    new GoalTerms { Current = CurrentFigure.LatestPeriod });
GoalEvaluation now = goal.Evaluate(clicks, asOf: new LocalDate(2026, 8, 31));
Console.WriteLine(now);
Console.WriteLine(now.ToProgressLine());
foreach (string reason in now.Reasons) Console.WriteLine($"- {reason}");
