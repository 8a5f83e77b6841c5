using System.Xml.Linq;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

public class RoomTests
{
    private static readonly Dictionary<string, int> Ranks = new()
    {
        ["Units"] = 0,
        ["Time"] = 0,
        ["Rendering"] = 0,
        ["Metrics"] = 1,
        ["Catalog"] = 2,
        ["Readings"] = 2,
        ["Data"] = 3,
        ["Goals"] = 3,
        ["Benchmarking"] = 3,
    };

    private static readonly RoomChecker Checker = new(Ranks);

    [Fact]
    public void Rooms_of_the_core_see_only_rooms_of_lower_rank() =>
        Assert.Empty(Checker.Violations(Repository.Files("src/SocialKpi", "*.cs").Select(file => (Path.GetRelativePath(Repository.File("src", "SocialKpi"), file).Replace('\\', '/'), File.ReadAllText(file)))));

    [Fact]
    public void The_checker_reports_a_higher_room_and_a_neighbour_with_file_and_line() =>
        Assert.Equal(
            ["Metrics/Kpi.cs:4 Metrics → Readings Reading", "Metrics/Kpi.cs:4 Metrics → Readings Absent", "Time/Grain.cs:3 Time → Units Percent"],
            Checker.Violations(
            [
                ("Metrics/Kpi.cs", "namespace SocialKpi;\npublic class Kpi\n{\n    public object Last() => Reading.Absent;\n}"),
                ("Readings/Reading.cs", "namespace SocialKpi;\npublic class Reading { public static Reading Absent => new(); public Kpi? Of; }"),
                ("Time/Grain.cs", "namespace SocialKpi;\npublic class Grain\n{ object part = 3.Percent(); }"),
                ("Units/Quantity.cs", "namespace SocialKpi;\npublic static class Quantity { public static object Percent(this int value) => value; }"),
            ]));

    [Fact]
    public void The_checker_takes_a_folder_inside_a_room_as_part_of_the_room() =>
        Assert.Empty(Checker.Violations(
        [
            ("Data/Facts.cs", "namespace SocialKpi; public class Facts { internal Kernel? Kernel; }"),
            ("Data/Engine/Kernel.cs", "namespace SocialKpi; internal class Kernel { internal Facts? Facts; }"),
        ]));

    [Theory]
    [InlineData("Reporting/Page.cs")]
    [InlineData("Page.cs")]
    public void The_checker_refuses_a_file_outside_the_known_rooms(string path) =>
        Assert.Equal([path + " is in no known room"], Checker.Violations([(path, "namespace SocialKpi;")]));

    [Fact]
    public void The_core_opens_its_internals_to_its_own_tests_alone() =>
        Assert.Equal(["SocialKpi.Tests"], Items(Packages.Core, "InternalsVisibleTo"));

    [Fact]
    public void Companion_packages_stand_on_the_core_and_never_on_each_other() =>
        Assert.All(Packages.Names.Where(name => name != Packages.Core), name =>
            Assert.Equal([Packages.Core], Items(name, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))));

    [Fact]
    public void The_core_depends_on_NodaTime_alone()
    {
        Assert.Empty(Items(Packages.Core, "ProjectReference"));
        Assert.Equal(["NodaTime"], Items(Packages.Core, "PackageReference"));
    }

    private static IEnumerable<string> Items(string package, string item) =>
        XDocument.Load(Packages.Project(package)).Descendants(item).Select(element => element.Attribute("Include")!.Value);
}
