using System.Collections.Frozen;

namespace SocialKpi;

/// <summary>
/// The codes of ISO 4217 list one (active codes) with their minor digits, and the codes withdrawn since 2020,
/// because exports of those years still carry them.
/// </summary>
internal static class CurrencyCodes
{
    private const string NoMinorUnit =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW " +
        "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF " +
        "IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK " +
        "MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP " +
        "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG " +
        "YER ZAR ZMW ZWG";

    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private const string FourDigits = "CLF UYW";

    // The standard says "not applicable"; two digits are a convention of ours, so that an amount reads like one.
    private const string NotApplicable = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX";

    // Withdrawn: CUC 2021, HRK 2023, SLL and ZWL 2024, ANG 2025, BGN 2026.
    private const string Withdrawn = "ANG BGN CUC HRK SLL ZWL";

    internal static FrozenDictionary<string, int> MinorDigits { get; } =
        Read(NoMinorUnit, 0)
            .Concat(Read(TwoDigits, 2))
            .Concat(Read(ThreeDigits, 3))
            .Concat(Read(FourDigits, 4))
            .Concat(Read(NotApplicable, 2))
            .Concat(Read(Withdrawn, 2))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, int>> Read(string codes, int minorDigits) =>
        codes.Split(' ').Select(code => KeyValuePair.Create(code, minorDigits));
}
