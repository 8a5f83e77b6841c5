using System.Globalization;

namespace SocialKpi;

/// <summary>
/// A closed predicate on one field of a row: a dimension (text) or a row value (number). Plain data, so every engine
/// reads the same condition.
/// </summary>
/// <remarks>
/// A missing field matches nothing but <see cref="Missing"/>: whether the others hold is unknown, which is not false.
/// As a filter an unknown answer keeps the row out; in a measure it makes the row unknown.
/// </remarks>
public sealed class Condition : IEquatable<Condition>
{
    private Condition(string field, ConditionOperator @operator, IEnumerable<string>? texts, IEnumerable<decimal>? numbers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        UnicodeText.ThrowIfBroken(field, nameof(field));
        Field = field;
        Operator = @operator;
        Texts = [.. (texts ?? []).Select(text => text ?? throw new ArgumentException("A value is null; a blank field is matched by Condition.Missing.", nameof(texts)))];
        foreach (string text in Texts) UnicodeText.ThrowIfBroken(text, nameof(texts));
        Numbers = [.. (numbers ?? []).Select(number => number.WithoutTrailingZeros())];
    }

    /// <summary>The dimension or row value that is looked at.</summary>
    public string Field { get; }

    /// <summary>How it is compared.</summary>
    public ConditionOperator Operator { get; }

    /// <summary>The texts compared with, for a dimension; otherwise empty.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The numbers compared with, for a row value; otherwise empty.</summary>
    public IReadOnlyList<decimal> Numbers { get; }

    /// <summary>The dimension has this value (compared ordinally, letter by letter).</summary>
    public static Condition Is(string dimension, string value) => new(dimension, ConditionOperator.Is, [value], null);

    /// <summary>The row value is this number.</summary>
    public static Condition Is(string rowValue, decimal number) => new(rowValue, ConditionOperator.Is, null, [number]);

    /// <summary>The dimension has one of these values.</summary>
    /// <exception cref="ArgumentException">No value is given.</exception>
    public static Condition In(string dimension, params string[] values) =>
        new(dimension, ConditionOperator.In, NotEmpty(values), null);

    /// <summary>The row value is one of these numbers.</summary>
    /// <exception cref="ArgumentException">No number is given.</exception>
    public static Condition In(string rowValue, params decimal[] numbers) =>
        new(rowValue, ConditionOperator.In, null, NotEmpty(numbers));

    /// <summary>The row value lies between two numbers, both included: promoters are answers between 9 and 10.</summary>
    /// <exception cref="ArgumentException">The lower bound is above the upper one.</exception>
    public static Condition Between(string rowValue, decimal lowest, decimal highest) => lowest <= highest
        ? new(rowValue, ConditionOperator.Between, null, [lowest, highest])
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The lower bound {lowest} is above the upper bound {highest}."), nameof(lowest));

    /// <summary>The row value is this number or more.</summary>
    public static Condition AtLeast(string rowValue, decimal number) => new(rowValue, ConditionOperator.AtLeast, null, [number]);

    /// <summary>The row value is this number or less.</summary>
    public static Condition AtMost(string rowValue, decimal number) => new(rowValue, ConditionOperator.AtMost, null, [number]);

    /// <summary>The dimension or row value is not known.</summary>
    public static Condition Missing(string field) => new(field, ConditionOperator.Missing, null, null);

    /// <summary>Whether a text satisfies the condition; null when that is unknown because the text is missing.</summary>
    /// <exception cref="InvalidOperationException">The condition compares numbers.</exception>
    public bool? Matches(string? text)
    {
        if (Operator == ConditionOperator.Missing) return text is null;
        if (Numbers.Count > 0) throw new InvalidOperationException($"The condition '{this}' compares a number, but {Field} is text.");
        return text is null ? null : Texts.Contains(text, StringComparer.Ordinal);
    }

    /// <summary>Whether a number satisfies the condition; null when that is unknown because the number is missing.</summary>
    /// <exception cref="InvalidOperationException">The condition compares texts.</exception>
    public bool? Matches(decimal? number)
    {
        if (Operator == ConditionOperator.Missing) return number is null;
        if (Texts.Count > 0) throw new InvalidOperationException($"The condition '{this}' compares text, but {Field} is a number.");
        return number is not { } value ? null : Operator switch
        {
            ConditionOperator.Between => value >= Numbers[0] && value <= Numbers[1],
            ConditionOperator.AtLeast => value >= Numbers[0],
            ConditionOperator.AtMost => value <= Numbers[0],
            _ => Numbers.Contains(value),
        };
    }

    /// <summary>Whether both are the same comparison on the same field.</summary>
    public static bool operator ==(Condition? left, Condition? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the conditions differ.</summary>
    public static bool operator !=(Condition? left, Condition? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Condition? other) =>
        other is not null && other.Operator == Operator && other.Field == Field
        && other.Texts.SequenceEqual(Texts, StringComparer.Ordinal) && other.Numbers.SequenceEqual(Numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Condition);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Operator, Texts.Count, Numbers.Count);

    /// <summary>The condition as it stands in definitions, with names as they are: <c>response between 9 and 10</c>.</summary>
    public override string ToString() => Write(name => name);

    /// <summary>The same as it is shown: names that are written from right to left are isolated.</summary>
    internal string Shown => Write(DisplayText.Name);

    private string Write(Func<string, string> named)
    {
        // A field may be any text: without quotes it could be made to read like other conditions.
        string field = Identifier.IsWord(Field) ? Field : QuotedText.Write(named(Field));
        string[] values = [.. Texts.Select(text => QuotedText.Write(named(text))), .. Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        return Operator switch
        {
            ConditionOperator.Is => $"{field} is {values[0]}",
            ConditionOperator.In => $"{field} in ({string.Join(", ", values)})",
            ConditionOperator.Between => $"{field} between {values[0]} and {values[1]}",
            ConditionOperator.AtLeast => $"{field} at least {values[0]}",
            ConditionOperator.AtMost => $"{field} at most {values[0]}",
            _ => $"{field} is missing",
        };
    }

    private static T[] NotEmpty<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Length > 0 ? values : throw new ArgumentException("Give at least one value to compare with.", nameof(values));
    }
}
