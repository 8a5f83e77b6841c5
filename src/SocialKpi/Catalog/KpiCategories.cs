namespace SocialKpi;

/// <summary>The groups under which the standard KPIs are listed.</summary>
public static class KpiCategories
{
    private static readonly (string Id, Phrase Label)[] Labels =
    [
        ("activity", new("Activity", "Activiteit", "Aktivitet", "Aktywność")),
        ("awareness", new("Awareness and reach", "Bekendheid en bereik", "Kännedom och räckvidd", "Świadomość i zasięg")),
        ("audience", new("Audience", "Publiek", "Publik", "Odbiorcy")),
        ("engagement", new("Engagement", "Betrokkenheid", "Engagemang", "Zaangażowanie")),
        ("video", new("Video and stories", "Video en stories", "Video och stories", "Wideo i relacje")),
        ("traffic", new("Traffic", "Websitebezoek", "Trafik", "Ruch")),
        ("conversion", new("Conversion and leads", "Conversie en leads", "Konvertering och leads", "Konwersje i leady")),
        ("paid", new("Paid media and return", "Betaalde media en rendement", "Betalda medier och avkastning", "Płatne media i zwrot")),
        ("customer_experience", new("Customer experience", "Klantbeleving", "Kundupplevelse", "Doświadczenie klienta")),
        ("service", new("Service", "Klantenservice", "Kundservice", "Obsługa klienta")),
        ("value", new("Customer value", "Klantwaarde", "Kundvärde", "Wartość klienta")),
    ];

    /// <summary>Their ids, as in <see cref="Kpi.Category"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Labels.Select(label => label.Id)];

    /// <summary>The name of a category in a language; a category of one's own is called by its id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the languages.</exception>
    public static string LabelIn(string category, Language language) =>
        Labels.FirstOrDefault(label => label.Id == category).Label?.In(language) ?? category;
}
