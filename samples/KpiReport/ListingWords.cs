using SocialKpi;

namespace KpiReport;

/// <summary>The headings of a listing in one language.</summary>
internal sealed record ListingWords(string Kpis, string Track, string Vanity, string None, string WithoutFormula, string StandIns, string Sources, string EnglishTerm)
{
    public static ListingWords In(Language language) => language switch
    {
        Language.Dutch => new("KPI's", "Wat u meet", "Vanity metrics: mooi, maar ze zeggen hier niet of u het doel haalt", "geen", "Zonder formule: definieer uw eigen KPI", "in plaats daarvan", "bron", "[Engelse term]"),
        Language.Swedish => new("nyckeltal", "Vad du mäter", "Vanity-mätetal: ser bra ut men visar inte om målet nås", "inga", "Utan formel: definiera ett eget nyckeltal", "i stället", "källa", "[engelsk term]"),
        Language.Polish => new("wskaźników KPI", "Co mierzyć", "Vanity metrics: ładnie wyglądają, ale nie mówią, czy cel jest osiągany", "brak", "Bez wzoru: zdefiniuj własny wskaźnik", "zamiast tego", "źródło", "[termin angielski]"),
        _ => new("KPIs", "What to measure", "Vanity: it looks good, and does not tell here whether the objective is reached", "none", "Without a formula: define your own", "instead", "source", "[English term]"),
    };
}
