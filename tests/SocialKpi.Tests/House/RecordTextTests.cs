using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

/// <summary>The text of a record as the compiler writes it follows the culture of the thread, unless the record writes its parts itself.</summary>
public class RecordTextTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly Goal Goal = Goal.Increase(Kpis.ClickThroughRate, from: 1.5m.Percent(), to: 2.25m.Percent(), during: Timeframe.Quarter(2026, 1));

    /// <summary>One of each type that a part of a record has; numbers are negative and broken, as signs and points differ between cultures.</summary>
    private static readonly object[] Parts =
    [
        -0.01132m, -1_234, -1_234L, -1.5, "part", 'x', true, new DateTime(2026, 1, 31, 13, 5, 0), new LocalDate(2026, 1, 31), new LocalDateTime(2026, 1, 31, 13, 5), new AnnualDate(1, 31),
        Period.FromMonths(-3), (-1.25m).Percent(), Unit.Ratio, Currency.EUR, Timeframe.Quarter(2026, 1), Kpis.ClickThroughRate, Measures.Spend, Kpis.ClickThroughRate.Formula,
        Segment.Of("platform", "x"), Statistic.Quantile(2.5m), Goal, GoalTarget.Level(2.25m.Percent()), GoalScope.Whole, ReportingCalendar.Iso,
        Import.CsvFacts.Read(new MemoryStream("Clicks\n1234\n"u8.ToArray()), Import.CsvMapping.Parse("""{ "measures": { "clicks": "Clicks" } }""")).Report,
    ];

    public static TheoryData<Type> Records => [.. All];

    private static IEnumerable<Type> All => Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => Printing(type) is not null);

    [Fact]
    public void A_record_of_numbers_or_days_writes_its_parts_itself() => Assert.Empty(
        from type in All
        where IsGenerated(TextOf(type)) && IsGenerated(Printing(type)!)
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where FollowsTheCulture(property.PropertyType)
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void A_record_that_writes_its_parts_leaves_none_out() => Assert.Empty(
        from type in All
        where IsGenerated(TextOf(type)) && !IsGenerated(Printing(type)!)
        let text = Made(type).ToString()!
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where !text.Contains($" {property.Name} = ", StringComparison.Ordinal)
        select $"{type.Name}.{property.Name}");

    [Theory]
    [MemberData(nameof(Records))]
    public void The_text_of_a_record_is_the_same_under_every_culture(Type type)
    {
        object record = Made(type);
        string text;
        using (Cultures.Use("")) text = record.ToString()!;
        foreach (string culture in Cultures.Names)
        {
            using (Cultures.Use(culture)) Assert.Equal(text, record.ToString());
        }
    }

    [Fact]
    public void A_record_left_to_the_compiler_is_seen()
    {
        Assert.True(IsGenerated(TextOf(typeof(Plain))) && IsGenerated(Printing(typeof(Plain))!));
        Assert.True(FollowsTheCulture(typeof(decimal?)) && FollowsTheCulture(typeof(LocalDate)) && !FollowsTheCulture(typeof(Quantity)) && !FollowsTheCulture(typeof(DayOfWeek)));
        object record = Made(typeof(Plain));
        using (Cultures.Use("nl-NL")) Assert.Contains("-0,01132", record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_are_written_by_name_with_ISO_days_and_a_point()
    {
        using Cultures dutch = Cultures.Use("nl-NL");
        Assert.Equal("Milestone { Name = App, Weight = 1.5, Due = 2026-03-01, DoneOn =  }", new Milestone("App", 1.5m, new LocalDate(2026, 3, 1)).ToString());
        Assert.StartsWith("QualityRow { Kind = gap, Column = , Entity = a, From = 2026-01-01T00:00:00, Until = , Count = 2, ",
            new QualityRow("gap", "", "a", new DateTime(2026, 1, 1), null, 2, "m").ToString(), StringComparison.Ordinal);
    }

    private static MethodInfo? Printing(Type type) => type.GetMethod("PrintMembers", Own);

    private static MethodInfo TextOf(Type type) => type.GetMethod("ToString", [])!;

    private static bool IsGenerated(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute));

    /// <summary>A type of others that has a format; an enumeration is written by name, and our own types are without culture.</summary>
    private static bool FollowsTheCulture(Type type)
    {
        Type held = Nullable.GetUnderlyingType(type) ?? type;
        return typeof(IFormattable).IsAssignableFrom(held) && !held.IsEnum && !Packages.Assemblies.Contains(held.Assembly);
    }

    /// <summary>A record with something in every field, without the checks of its constructor.</summary>
    private static object Made(Type type)
    {
        object record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)) field.SetValue(record, Part(field.FieldType));
        return record;
    }

    private static object? Part(Type type)
    {
        Type held = Nullable.GetUnderlyingType(type) ?? type;
        if (Parts.FirstOrDefault(held.IsInstanceOfType) is { } known) return known;
        if (held.IsGenericType && typeof(IEnumerable).IsAssignableFrom(held)) return Array.CreateInstance(held.GenericTypeArguments[0], 0);
        if (held.IsEnum) return Enum.GetValues(held).GetValue(0);
        return Printing(held) is null ? null : Made(held);
    }

    private sealed record Plain(decimal Value);
}
