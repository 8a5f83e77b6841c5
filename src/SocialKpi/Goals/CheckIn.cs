using NodaTime;

namespace SocialKpi;

/// <summary>What a person said of a key result or an objective on a day. It stands beside the computed status and never replaces it.</summary>
/// <param name="On">The day on which it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="Confidence">How sure they are that it will be reached, 0 to 1; null when they did not say.</param>
/// <param name="Says">The status they would give it; null when they did not say.</param>
/// <param name="Note">What they added.</param>
/// <param name="ValidUntil">The last day on which it counts; null while nobody says something newer.</param>
public sealed record CheckIn(LocalDate On, string By, decimal? Confidence = null, GoalStatus? Says = null, string Note = "", LocalDate? ValidUntil = null)
{
    /// <summary>The day on which it was said.</summary>
    public LocalDate On { get; init; } = CommonEra.Iso(On);

    /// <summary>The last day on which it counts; null while nobody says something newer.</summary>
    public LocalDate? ValidUntil { get; init; } = ValidUntil is { } last ? CommonEra.Iso(last) : null;

    /// <summary>One line: <c>2026-08-15, Eva: confidence 70 %, says OnTrack (the big campaign starts)</c>.</summary>
    public override string ToString()
    {
        string[] parts = [Confidence is { } sure ? $"confidence {GoalText.Percent(sure)}" : "", Says is { } status ? $"says {status}" : ""];
        string said = string.Join(", ", parts.Where(part => part.Length > 0));
        return $"{TimeframeText.Write(On)}, {DisplayText.Name(By)}{(said.Length > 0 ? $": {said}" : "")}{(Note.Length > 0 ? $" ({DisplayText.Name(Note)})" : "")}";
    }

    /// <summary>The newest that counts on a day; of one day the last given.</summary>
    internal static CheckIn? LatestOf(IReadOnlyList<CheckIn> given, LocalDate asOf) =>
        given.Where(one => one.On <= asOf && !(one.ValidUntil < asOf)).Aggregate((CheckIn?)null, (newest, one) => newest?.On > one.On ? newest : one);

    internal static IEnumerable<string> Problems(IReadOnlyList<CheckIn> given)
    {
        foreach (CheckIn one in given)
        {
            string day = TimeframeText.Write(one.On);
            if (string.IsNullOrWhiteSpace(one.By)) yield return $"the check-in of {day} does not say whose it is; name a person";
            if (one.Confidence is < 0 or > 1) yield return $"the check-in of {day} has a confidence of {one.Confidence.Value.ToPlainText()}; it is a part between 0 and 1";
            if (one.ValidUntil < one.On) yield return $"the check-in of {day} ends before it begins; give a later day";
        }
    }
}
