namespace SocialKpi;

/// <summary>The words and machine names of absences.</summary>
internal static class AbsenceText
{
    public static string Describe(this Absence absence) => absence switch
    {
        Absence.NoRows => "no rows",
        Absence.NotReported => "not reported",
        Absence.NotApplicable => "not applicable",
        Absence.ZeroDenominator => "zero denominator",
        Absence.MixedCurrencies => "mixed currencies",
        Absence.Stale => "stale",
        Absence.Conflicting => "conflicting values",
        Absence.Suppressed => "suppressed",
        Absence.NotMergeable => "not mergeable",
        _ => "out of range",
    };

    public static string Code(this Absence absence) => absence.Describe().Replace(' ', '_');
}
