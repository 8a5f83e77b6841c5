namespace SocialKpi;

/// <summary>Finds for each measure of a query the one table that has it; all that is wrong is reported at once, naming the tables.</summary>
internal sealed class TableChoice((string Name, Facts Facts)[] tables)
{
    private readonly List<DefinitionIssue> _issues = [];

    public Dictionary<Measure, int> Of(KpiQuery query)
    {
        Dictionary<Measure, int> tableOf = Choose(query);
        DefinitionException.ThrowIfAny([.. _issues.Distinct()]);
        return tableOf;
    }

    public IReadOnlyList<DefinitionIssue> IssuesOf(KpiQuery query)
    {
        _ = Choose(query);
        return [.. _issues.Distinct()];
    }

    private Dictionary<Measure, int> Choose(KpiQuery query)
    {
        Dictionary<Measure, int> tableOf = [];
        foreach (Kpi kpi in query.Kpis)
        {
            foreach (Measure measure in kpi.Formula.Measures.Where(measure => !tableOf.ContainsKey(measure)))
            {
                if (TableOf($"KPI {kpi.Id}", measure) is { } table) tableOf.Add(measure, table);
            }
        }

        foreach (Measure measure in query.Minimums.Select(minimum => minimum.Measure).Where(measure => !tableOf.ContainsKey(measure)))
        {
            if (TableOf("query", measure) is { } table) tableOf.Add(measure, table);
        }

        if (_issues.Count > 0) return tableOf;
        CheckKpis(query, tableOf);
        CheckQuery(query, tableOf);
        return tableOf;
    }

    private int? TableOf(string subject, Measure measure)
    {
        string[] columns = [.. measure.Closure().Where(part => part.IsRecorded).Select(part => part.Id).Distinct()];
        string[] missing = [.. columns.Where(column => !tables.Any(table => table.Facts.ValueOf(column) is not null))];
        if (missing.Length > 0)
        {
            _issues.Add(new(subject, $"no table has {string.Join(", ", missing)}; {string.Join("; ", tables.Select(table => $"{table.Name} has {PlanCheck.List(table.Facts.RowValues)}"))}"));
            return null;
        }

        int[] able = [.. Enumerable.Range(0, tables.Length).Where(table => Has(tables[table].Facts, measure, columns))];
        if (able.Length == 1) return able[0];
        string problem = able.Length > 1 ? $"{measure.Id} is in {Named(able)}: which of them counts is not known; leave it out of all but one"
            : measure.Dimension is { } dimension ? $"no table has the dimension {dimension}, whose ids {measure.Id} counts; {string.Join("; ", tables.Select(table => $"{table.Name} has {PlanCheck.List(table.Facts.Dimensions)}"))}"
            : $"{measure.Id} is calculated on each row from columns that are not in one table: {string.Join(", ", columns.Select(column => $"{column} is in {Named([.. Enumerable.Range(0, tables.Length).Where(table => tables[table].Facts.ValueOf(column) is not null)])}"))}; bring them into one, as WithAsOf does";
        _issues.Add(new(subject, problem));
        return null;
    }

    private static bool Has(Facts facts, Measure measure, string[] columns) =>
        columns.All(column => facts.ValueOf(column) is not null) && (measure.Dimension is null || PlanCheck.HasDimension(facts, measure.Dimension));

    private void CheckKpis(KpiQuery query, Dictionary<Measure, int> tableOf)
    {
        foreach (Kpi kpi in query.Kpis)
        {
            foreach (IGrouping<int, Measure> part in kpi.Formula.Measures.GroupBy(measure => tableOf[measure]))
            {
                (string name, Facts facts) = tables[part.Key];
                PlanCheck.CheckMeasures(facts, $"KPI {kpi.Id}, table {name}", part, _issues);
            }

            foreach (string dimension in kpi.Formula.AcrossDimensions.Where(dimension => Having(dimension).Length == 0))
                _issues.Add(new($"KPI {kpi.Id}", $"it reads across '{dimension}', which is not a dimension of any table"));
        }
    }

    /// <summary>Every table must have what its rows are grouped by and filtered on: without it they have no part in any one cell.</summary>
    private void CheckQuery(KpiQuery query, Dictionary<Measure, int> tableOf)
    {
        QueryPlan plan = QueryPlan.Of(query, [.. tables.Select(table => table.Name)], measure => tableOf[measure], (table, dimension) => PlanCheck.HasDimension(tables[table].Facts, dimension));
        foreach (IGrouping<int, Scan> part in plan.Scans.GroupBy(scan => scan.Table))
        {
            (string name, Facts facts) = tables[part.Key];
            string measures = string.Join(", ", tableOf.Where(pair => pair.Value == part.Key).Select(pair => pair.Key.Id));
            foreach (string dimension in part.SelectMany(scan => scan.Dimensions).Distinct().Where(dimension => !PlanCheck.HasDimension(facts, dimension)))
                _issues.Add(new("query", $"it is by '{dimension}', which {name} does not have, the table of {measures}; {Elsewhere(dimension)}"));
            foreach (Condition filter in part.SelectMany(scan => scan.Filters).Distinct())
            {
                if (PlanCheck.HasDimension(facts, filter.Field) || facts.ValueOf(filter.Field) is not null) PlanCheck.CheckCondition(facts, $"query, table {name}", filter, _issues);
                else _issues.Add(new("query", $"the condition '{filter}' looks at '{filter.Field}', which {name} does not have, the table of {measures}; {Elsewhere(filter.Field)}"));
            }

            PlanCheck.CheckTime(facts, $"query, table {name}", query, part, _issues);
        }
    }

    private string Elsewhere(string field)
    {
        int[] having = [.. Having(field).Union(Enumerable.Range(0, tables.Length).Where(table => tables[table].Facts.ValueOf(field) is not null))];
        return having.Length == 0 ? "no table has it" : $"{Named(having)} {(having.Length == 1 ? "has" : "have")} it: record it there too, or leave it out";
    }

    private int[] Having(string dimension) => [.. Enumerable.Range(0, tables.Length).Where(table => PlanCheck.HasDimension(tables[table].Facts, dimension))];

    private string Named(int[] which) => string.Join(" and ", which.Select(table => tables[table].Name));
}
