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
        Assert.Equal(Whole + "\n", read.ToJson());
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
                "line 1", // no name
                "line 2, aligned_with[0]", "line 2, grades", "line 2, grades", "line 2, grades", "line 2, roll_up", "line 2, type", "line 2, wieght",
                "line 3, key_results[0]", "line 3, key_results[1].check_ins[0]", "line 3, key_results[1].check_ins[0]", "line 3, key_results[1].goal",
            ], subjects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FromJson_Contradictions_AreListedWithThePlace()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Objective.FromJson(
            """{"name": "Grow", "weight": 0, "key_results": [{"goal": {"name": "Launch", "shape": "yes_no", "during": "2026", "objective": "other"}, "weight": -1}]}""", Catalog.Standard));
        Assert.Equal(3, refusal.Issues.Count);
        Assert.All(refusal.Issues, issue => Assert.Equal("line 1", issue.Subject));
    }

    [Fact]
    public void FromJson_WhatCannotBeRead_HidesNoContradiction()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Objective.FromJson(
            """{"name": "Grow", "roll_up": "best", "weight": 0, "key_results": [{"goal": {"shape": "yes"}, "weight": -1}, {"goal": {"name": "Launch", "shape": "yes_no", "during": "2026"}, "weight": -1}]}""", Catalog.Standard));
        string[] expected = ["'best' is none of", "its weight is 0", "'yes' is none of", "it has no \"during\"", "the key result 'Launch' weighs -1"];
        Assert.All(expected, part => Assert.Contains(refusal.Issues, issue => issue.Message.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, refusal.Issues.Count);
    }

    [Fact]
    public void Plan_IdsAreChecked_WhateverElseIsWrong()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => GoalPlan.FromJson(
            """
            {
              "goals": [
                { "id": "launch", "name": "Launch", "shape": "yes", "during": "2026", "objective": "foun" },
                { "name": "Hire", "shape": "yes_no", "during": "2026", "objective": "found" }
              ],
              "objectives": [
                { "id": "found", "key_results": [ { "goal": { "id": "launch", "name": "Launch", "shape": "yes_no", "during": "2026" } } ], "aligned_with": ["known"] },
                { "id": "known", "name": "Be known", "aligned_with": ["found", "company"],
                  "contributing": [ { "id": "team", "name": "Team", "key_results": [ { "goal": { "id": "launch", "name": "Launch", "shape": "yes_no", "during": "2026" } } ] } ] },
                { "id": "team", "name": "Team", "roll_up": "best" }
              ]
            }
            """, Catalog.Standard));
        Assert.Equal(
            [
                "line 3, goals[0].shape: 'yes' is none of increase, decrease, recurring_growth, keep_at_or_above, keep_above, keep_at_or_below, keep_below, in_range, establish_baseline, milestones, yes_no",
                "line 7, objectives[0]: it has no \"name\"; say what is to be achieved",
                "line 10, objectives[2].roll_up: 'best' is none of worst, weighted_mean, rounded_mean, latest",
                "line 9, objectives[1].contributing[0].key_results[0].goal: 3 goals have the id 'launch'; give each its own",
                "line 10, objectives[2]: 2 objectives have the id 'team'; give each its own",
                "line 3, goals[0]: the goal 'Launch' serves the objective 'foun', which is none here; did you mean found?",
                "line 8, objectives[1]: the objective 'Be known' is aligned with 'company', which is no objective here; add it, or leave it out",
                "line 8, objectives[1]: 'found' serves 'known' serves 'found', which is a circle; let one of them go",
            ], refusal.Issues.Select(issue => issue.ToString()));
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
