namespace SocialKpi.Tests.Units;

public sealed class UnitAlgebraTests
{
    private delegate bool Rule(Unit a, Unit b, out Unit result, out string why);

    [Theory]
    [InlineData("count + count = count")]
    [InlineData("ratio + ratio = ratio")]
    [InlineData("ratio - ratio = percentage_points")]
    [InlineData("ratio + percentage_points = ratio")]
    [InlineData("ratio - percentage_points = ratio")]
    [InlineData("percentage_points + ratio = ratio")]
    [InlineData("percentage_points - percentage_points = percentage_points")]
    [InlineData("percentage_points - ratio = ?")]
    [InlineData("number + ratio = number")]
    [InlineData("ratio - number = number")]
    [InlineData("points - number = number")]
    [InlineData("count + ratio = ?")]
    [InlineData("number + money = ?")]
    [InlineData("duration - number = ?")]
    [InlineData("points - points = points")]
    [InlineData("duration + duration = duration")]
    [InlineData("money + money = money")]
    [InlineData("money + money:EUR = money:EUR")]
    [InlineData("money:EUR - money = money:EUR")]
    [InlineData("money:EUR + money:EUR = money:EUR")]
    [InlineData("money:EUR + money:USD = ?")]
    [InlineData("money:EUR + money:XXX = ?")]
    [InlineData("money:XXX + money:XXX = money:XXX")]
    [InlineData("number * money:EUR = money:EUR")]
    [InlineData("number * ratio = ratio")]
    [InlineData("ratio * ratio = ratio")]
    [InlineData("ratio * count = count")]
    [InlineData("percentage_points * count = count")]
    [InlineData("ratio * percentage_points = percentage_points")]
    [InlineData("count * money:EUR = money:EUR")]
    [InlineData("count * duration = duration")]
    [InlineData("count * count = number")]
    [InlineData("points * ratio = points")]
    [InlineData("points * number = points")]
    [InlineData("points * count = number")]
    [InlineData("points * points = ?")]
    [InlineData("money * money = ?")]
    [InlineData("money * duration = ?")]
    [InlineData("duration * duration = ?")]
    [InlineData("money * points = ?")]
    [InlineData("duration * points = ?")]
    [InlineData("money:EUR / number = money:EUR")]
    [InlineData("count / ratio = count")]
    [InlineData("number / ratio = number")]
    [InlineData("percentage_points / ratio = ratio")]
    [InlineData("percentage_points / percentage_points = ratio")]
    [InlineData("money / percentage_points = money")]
    [InlineData("count / count = ratio")]
    [InlineData("duration / duration = ratio")]
    [InlineData("money:EUR / money:EUR = ratio")]
    [InlineData("money / money:EUR = ratio")]
    [InlineData("money:EUR / money:USD = ?")]
    [InlineData("points / points = number")]
    [InlineData("points / count = points")]
    [InlineData("money:EUR / count = money:EUR")]
    [InlineData("duration / count = duration")]
    [InlineData("number / count = number")]
    [InlineData("ratio / count = ratio")]
    [InlineData("count / money = ?")]
    [InlineData("count / duration = ?")]
    [InlineData("money / duration = ?")]
    [InlineData("number / points = ?")]
    public void Algebra_OfTwoUnits_GivesTheUnitOrRefuses(string law)
    {
        string[] parts = law.Split(' ');
        Rule rule = parts[1] switch
        {
            "+" => UnitAlgebra.TryAdd,
            "-" => UnitAlgebra.TrySubtract,
            "*" => UnitAlgebra.TryMultiply,
            _ => UnitAlgebra.TryDivide,
        };

        bool allowed = rule(Unit.Parse(parts[0]), Unit.Parse(parts[2]), out Unit result, out _);

        Assert.Equal(parts[4], allowed ? result.ToString() : "?");
    }

    [Fact]
    public void CanStandFor_EveryPair_OnlyTheListedOnes()
    {
        var allowed = new Dictionary<string, string>
        {
            ["number"] = "number count ratio percentage_points points",
            ["count"] = "number count",
            ["ratio"] = "number count ratio percentage_points points",
            ["percentage_points"] = "number ratio percentage_points points",
            ["points"] = "number points",
            ["duration"] = "duration",
            ["money"] = "money",
            ["money:EUR"] = "money money:EUR",
            ["money:JPY"] = "money money:JPY",
            ["money:XXX"] = "money money:XXX",
        };

        foreach (Unit inferred in UnitArbitraries.AllUnits)
        {
            Assert.Equal(
                allowed[inferred.ToString()].Split(' ').Order(StringComparer.Ordinal),
                UnitArbitraries.AllUnits
                    .Where(declared => UnitAlgebra.CanStandFor(inferred, declared, out _))
                    .Select(declared => declared.ToString())
                    .Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Refusals_NameTheUnitsAndTheRemedy()
    {
        UnitAlgebra.TryAdd(Unit.MoneyIn(Currency.EUR), Unit.MoneyIn(Currency.USD), out _, out string currencies);
        UnitAlgebra.TryAdd(Unit.MoneyIn(Currency.EUR), Unit.MoneyIn(Currency.Unspecified), out _, out string unstated);
        UnitAlgebra.TrySubtract(Unit.PercentagePoints, Unit.Ratio, out _, out string order);
        UnitAlgebra.TryDivide(Unit.Count, Unit.Money, out _, out string perMoney);
        UnitAlgebra.TryDivide(Unit.Money, Unit.Duration, out _, out string perDuration);
        UnitAlgebra.CanStandFor(Unit.Count, Unit.Ratio, out string declared);

        Assert.Equal("different currencies never add up (money:EUR and money:USD): convert with dated rates first", currencies);
        Assert.Equal("money:EUR and money:XXX may be different currencies: state the currency of both", unstated);
        Assert.Equal("a ratio cannot be taken from percentage points: take the percentage points from the ratio", order);
        Assert.Equal("there is no unit for count per money: turn it round", perMoney);
        Assert.Equal("there is no unit for money per duration: divide by a number, a ratio or a count", perDuration);
        Assert.Equal("the formula gives count, which is not ratio: declare count, or change the formula", declared);
    }
}
