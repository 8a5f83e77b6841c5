namespace SocialKpi;

/// <content>What happened on the site: sessions, conversions, leads, applicants, orders.</content>
public static partial class Measures
{
    /// <summary>Visits to a site, from everywhere.</summary>
    public static Measure Sessions { get; } = Measure.Sum("sessions", Unit.Count);

    /// <summary>Visits to a site that came from social media.</summary>
    public static Measure SocialSessions { get; } = Measure.Sum("social_sessions", Unit.Count);

    /// <summary>Sessions that GA4 calls engaged: longer than ten seconds, with a key event, or of two pages or more.</summary>
    public static Measure EngagedSessions { get; } = Measure.Sum("engaged_sessions", Unit.Count);

    /// <summary>Sessions in which only one page was viewed.</summary>
    public static Measure SinglePageSessions { get; } = Measure.Sum("single_page_sessions", Unit.Count);

    /// <summary>Sessions of less than fifteen seconds.</summary>
    public static Measure SessionsUnderFifteenSeconds { get; } = Measure.Sum("sessions_under_15_seconds", Unit.Count);

    /// <summary>How often a page was the first of a session.</summary>
    public static Measure Entrances { get; } = Measure.Sum("entrances", Unit.Count);

    /// <summary>People who visited a site, as web analytics counts them. Several counts together are gross.</summary>
    public static Measure Visitors { get; } = Measure.Unique("visitors");

    /// <summary>Goal events: purchases, registrations, leads.</summary>
    public static Measure Conversions { get; } = Measure.Sum("conversions", Unit.Count);

    /// <summary>Goal events credited to social media.</summary>
    public static Measure SocialConversions { get; } = Measure.Sum("social_conversions", Unit.Count);

    /// <summary>Sessions with at least one goal event.</summary>
    public static Measure ConvertingSessions { get; } = Measure.Sum("converting_sessions", Unit.Count);

    /// <summary>People with at least one goal event. Several counts together are gross.</summary>
    public static Measure ConvertingVisitors { get; } = Measure.Unique("converting_visitors");

    /// <summary>Potential customers who left their details.</summary>
    public static Measure Leads { get; } = Measure.Sum("leads", Unit.Count);

    /// <summary>Customers won.</summary>
    public static Measure NewCustomers { get; } = Measure.Sum("new_customers", Unit.Count);

    /// <summary>People who applied for a job.</summary>
    public static Measure Applicants { get; } = Measure.Sum("applicants", Unit.Count);

    /// <summary>Applicants who meet the criteria of the job.</summary>
    public static Measure QualifiedApplicants { get; } = Measure.Sum("qualified_applicants", Unit.Count);

    /// <summary>Purchases.</summary>
    public static Measure Orders { get; } = Measure.Sum("orders", Unit.Count);

    private static Measure[] OfWeb =>
    [
        Sessions, SocialSessions, EngagedSessions, SinglePageSessions, SessionsUnderFifteenSeconds, Entrances, Visitors,
        Conversions, SocialConversions, ConvertingSessions, ConvertingVisitors, Leads, NewCustomers, Applicants, QualifiedApplicants, Orders,
    ];
}
