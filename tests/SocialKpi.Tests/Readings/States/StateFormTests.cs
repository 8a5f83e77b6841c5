namespace SocialKpi.Tests.Readings.States;

public sealed class StateFormTests
{
    // 300 rows, 12.05 in euros, as the README of the states lays it out.
    [Fact]
    public void Write_OfASum_IsLaidOutAsDescribed()
    {
        StatesWriter to = new();
        StateForm.Write(to, SumState.Of(1205, 2, 300, [Currency.EUR]));
        Assert.Equal([1, 0xAC, 0x02, 2, 2, 0xB5, 0x04, 1, (byte)'E', (byte)'U', (byte)'R'], to.Written.ToArray());
    }

    [Theory]
    [InlineData("00", "no kind of state 0")]
    [InlineData("07", "no kind of state 7")]
    [InlineData("", "end where the kind of a state should stand")]
    [InlineData("01 01", "end where a number of decimals should stand")]
    [InlineData("01 81 00", "rows of a sum has more bytes than it needs")]
    [InlineData("01 FF FF FF FF FF FF FF FF FF 01", "larger than any number of rows")]
    [InlineData("01 01 13 01 05 00", "19 decimals")]
    [InlineData("01 01 01 01 0A 00", "a sum has more decimals than it needs")]
    [InlineData("01 01 00 02 05 00 00", "a sum has more bytes than it needs")]
    [InlineData("01 01 00 00 00", "a sum has no bytes")]
    [InlineData("01 01 00 FF 7F 05", "more than the bytes that follow can hold")]
    [InlineData("01 01 00 01 05 01 45 55 51", "no ISO 4217 code")]
    [InlineData("01 01 00 01 05 02 55 53 44 45 55 52", "order of their codes")]
    [InlineData("03 00 01 32 00 00 02 00 00 01 05 01 01 03 01", "not in ascending order")]
    [InlineData("03 00 01 32 00 00 01 00 00 01 05 00", "a value has no rows")]
    [InlineData("03 00 01 65 00 00 00", "a quantile is none")]
    [InlineData("03 00 01 32 63 00 00", "a quantile is none")]
    [InlineData("04 01 02 01 61 01 62", "fewer rows than ids")]
    [InlineData("04 02 02 01 62 01 61", "ids are not in ordinal order")]
    [InlineData("04 01 01 01 80 80 04", "no character")]
    [InlineData("05 00 00 01 01 61 03 00 00 00 00", "no kind of value 3")]
    [InlineData("05 01 00 01 01 61 02 00 00 00 01 05 00 01 05 00 00", "not in ascending order")]
    [InlineData("06 01 00 01 05 00 00 01 FB 00", "largest count of people is negative")]
    [InlineData("06 01 00 01 05 00 00 01 05 02", "more counts of people than rows")]
    public void Read_OfBytesThatAreNoState_SaysWhatIsWrongWhere(string bytes, string problem)
    {
        byte[] given = Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal));
        StatesException refused = Assert.Throws<StatesException>(() =>
        {
            StatesReader from = new(given, 0);
            StateForm.Read(ref from);
        });
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.InRange(refused.Offset, 0, given.Length);
    }
}
