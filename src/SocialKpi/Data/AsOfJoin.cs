using System.Globalization;

namespace SocialKpi;

/// <summary>What a join as of each row found. Every row is counted once.</summary>
/// <param name="Measure">The id of the measure that was looked up.</param>
/// <param name="As">The id under which the rows have it.</param>
/// <param name="Per">The dimension that names the entity.</param>
/// <param name="StaleAfterDays">How many days a value was carried forward; null without limit.</param>
/// <param name="Known">How many rows have a value.</param>
/// <param name="BeforeFirst">How many rows lie before the first value of their entity; they are unknown.</param>
/// <param name="Stale">How many rows have only a value that is too old; they are unknown.</param>
/// <param name="Unmatched">How many rows name no entity, or one without any value; they are unknown.</param>
public sealed record AsOfJoin(string Measure, string As, string Per, int? StaleAfterDays, int Known, int BeforeFirst, int Stale, int Unmatched)
{
    /// <summary>The join as one sentence, such as "followers_at_publish is followers as of each row, per account: known on 8 rows, 2 rows before the first value".</summary>
    public override string ToString()
    {
        List<string> parts = [$"known on {Rows(Known)}"];
        if (BeforeFirst > 0) parts.Add($"{Rows(BeforeFirst)} before the first value");
        if (Stale > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Rows(Stale)} whose value is older than {StaleAfterDays} {(StaleAfterDays == 1 ? "day" : "days")}"));
        if (Unmatched > 0) parts.Add($"{Rows(Unmatched)} whose {Per} has no value");
        return $"{As} is {Measure} as of each row, per {Per}: {string.Join(", ", parts)}";
    }

    private static string Rows(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}");
}
