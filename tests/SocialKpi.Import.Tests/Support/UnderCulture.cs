using System.Globalization;

namespace SocialKpi.Import.Tests;

/// <summary>Runs a test under another current culture.</summary>
internal static class UnderCulture
{
    public static T Run<T>(string culture, Func<T> test)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
