namespace SocialKpi.DependencyInjection;

/// <summary>The plans of all sources as one: ids are unique across the sources too.</summary>
internal static class JoinedPlans
{
    /// <summary>The plan; null where the sources contradict each other, and then the issues name those that do.</summary>
    public static GoalPlan? Of(IReadOnlyList<(string Source, GoalPlan Plan)> plans, List<DefinitionIssue> issues)
    {
        try
        {
            return plans is [(_, var only)] ? only : GoalPlan.Of(plans.SelectMany(each => each.Plan.Goals), plans.SelectMany(each => each.Plan.Objectives));
        }
        catch (DefinitionException refusal)
        {
            // A subject is called by its id, or by its name where it has none.
            ILookup<string, string> byId = Sources(plans, (id, _) => id), byName = Sources(plans, (id, name) => id.Length == 0 ? name : "");
            issues.AddRange(refusal.Issues.Select(issue => issue with { Subject = $"{SourceNames.Joined(byId.Contains(issue.Subject) ? byId[issue.Subject] : byName[issue.Subject])}, {issue.Subject}" }).Distinct());
            return null;
        }
    }

    private static ILookup<string, string> Sources(IReadOnlyList<(string Source, GoalPlan Plan)> plans, Func<string, string, string> called) => plans
        .SelectMany(each => each.Plan.Goals.Select(goal => $"goal {called(goal.Id, goal.Name)}").Concat(each.Plan.Objectives.SelectMany(one => Subjects(one, called))).Distinct()
            .Select(subject => (subject, each.Source)))
        .ToLookup(held => held.subject, held => held.Source);

    private static IEnumerable<string> Subjects(Objective objective, Func<string, string, string> called) =>
        objective.KeyResults.Select(one => $"goal {called(one.Goal.Id, one.Goal.Name)}").Append($"objective {called(objective.Id, objective.Name)}")
            .Concat(objective.Terms.Contributing.SelectMany(part => Subjects(part, called)));
}
