using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

public sealed class ObjectiveJsonTests
{
    private const string Whole = """
        {
          "id": "found",
          "name": "Be found",
          "owner": "Eva",
          "type": "awareness",
          "success_at": 0.7,
          "weight": 2.5,
          "roll_up": "weighted_mean",
          "status_rule": "Viva Goals",
          "grades": {
            "name": "ours",
            "bands": [
              {
                "name": "low",
                "from": 0
              },
              {
                "name": "high",
                "from": 0.5
              }
            ],
            "decimals": 2,
            "midpoint": "to_even"
          },
          "key_results": [
            {
              "goal": {
                "id": "ctr",
                "kpi": "click_through_rate",
                "shape": "increase",
                "from": "3.2 %",
                "to": "4.5 %",
                "during": "2026-Q3",
                "objective": "found"
              },
              "weight": 2,
              "check_ins": [
                {
                  "on": "2026-08-10",
                  "by": "Adam",
                  "confidence": 0.3,
                  "says": "at_risk",
                  "note": "the big campaign starts",
                  "valid_until": "2026-08-20"
                }
              ]
            },
            {
              "goal": {
                "name": "Launch",
                "shape": "yes_no",
                "during": "2026-Q3"
              }
            }
          ],
          "contributing": [
            {
              "id": "team",
              "name": "Team",
              "key_results": []
            }
          ],
          "aligned_with": [
            "company"
          ],
          "check_ins": [
            {
              "on": "2026-08-01",
              "by": "Eva"
            }
          ],
          "carried_from": "found-q2"
        }
        """;

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void FromJson_EverythingSaid_IsWrittenBackByteByByte(string culture)
    {
        using Cultures scope = Cultures.Use(culture);
        Objective read = Objective.FromJson(Whole, Catalog.Standard);
        Assert.Equal(Whole, read.ToJson());
        Assert.Equal((2.5m, 0.7m, ObjectiveTypes.Awareness, 2m), (read.Terms.Weight, read.Terms.Ambition.SuccessAt, read.Terms.Type, read.KeyResults[0].Weight));
        Assert.Equal(new CheckIn(new(2026, 8, 10), "Adam", 0.3m, GoalStatus.AtRisk, "the big campaign starts", new(2026, 8, 20)), read.KeyResults[0].CheckIns.Single());
    }

    [Fact]
    public void FromJson_Mistakes_AreAllListedWithTheirPlaces()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Objective.FromJson(
            """
            {
              "type": "awarness", "roll_up": "best", "wieght": 2, "aligned_with": [3], "grades": {"name": "ours"},
              "key_results": [{"weight": 2}, {"goal": {"shape": "yes_no", "during": "2026"}, "check_ins": [{"confidence": 1}]}]
            }
            """, Catalog.Standard));
        string[] subjects = [.. refusal.Issues.Select(issue => issue.Subject)];
        Assert.Equal(
            [
                "objective.aligned_with", "objective.grades.bands", "objective.grades.decimals", "objective.grades.midpoint", "objective.key_results[0].goal", "objective.key_results[1].check_ins[0].by",
                "objective.key_results[1].check_ins[0].on", "objective.key_results[1].goal.name", "objective.name", "objective.roll_up", "objective.type", "objective.wieght",
            ], subjects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FromJson_Contradictions_AreListedWithThePlace()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Objective.FromJson(
            """{"name": "Grow", "weight": 0, "key_results": [{"goal": {"name": "Launch", "shape": "yes_no", "during": "2026", "objective": "other"}, "weight": -1}]}""", Catalog.Standard));
        Assert.Equal(3, refusal.Issues.Count);
        Assert.All(refusal.Issues, issue => Assert.Equal("objective", issue.Subject));
    }

    [Fact]
    public void Plan_GoalsAndObjectives_AreWrittenBackByteByByte()
    {
        Goal goal = Goal.YesNo("Hire", Timeframe.Year(2026), new() { Objective = "found" });
        GoalPlan plan = GoalPlan.Of([goal], [Objective.Of("Be found", [Goal.YesNo("Launch", Timeframe.Year(2026))], new() { Id = "found" }), Objective.Of("Team", [], new() { AlignedWith = ["found"] })]);
        GoalPlan read = GoalPlan.FromJson(plan.ToJson(), Catalog.Standard);
        Assert.Equal(plan.ToJson(), read.ToJson());
        Assert.Equal((1, 2), (read.Goals.Count, read.Objectives.Count));
    }

    [Fact]
    public void Plan_UnknownAlignmentsAndSameIds_AreAllRefused()
    {
        Objective Of(string id, params string[] served) => Objective.Of(id, [Goal.YesNo("Launch", Timeframe.Year(2026), new() { Id = "launch" })], new() { Id = id, AlignedWith = served });
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => GoalPlan.Of(
            [Goal.YesNo("Hire", Timeframe.Year(2026), new() { Objective = "foun" })], [Of("found", "copany"), Of("company"), Of("company"), Of("a", "b"), Of("b", "c"), Of("c", "a")]));
        string[] expected =
        [
            "6 goals have the id 'launch'", "2 objectives have the id 'company'", "aligned with 'copany', which is no objective here; did you mean company?",
            "serves the objective 'foun', which is none here; did you mean found?", "'a' serves 'b' serves 'c' serves 'a', which is a circle",
        ];
        Assert.All(expected, part => Assert.Contains(refusal.Issues, issue => issue.Message.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, refusal.Issues.Count);
    }
}
