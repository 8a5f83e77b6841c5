using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocialKpi.Tests.House;

/// <summary>
/// Finds every place where a number or a day enters a text in the form of whatever culture is the current one: in a hole of an interpolated
/// string that is given no provider, in a concatenation, in <see cref="string.Join{T}(string, IEnumerable{T})"/>, in a text that is built piece by piece, by
/// <c>ToString</c> without a provider, or by a guard of the framework, which writes the number into its message. Whole numbers are let be: only
/// the minus sign of some differs. An <see cref="ArgumentOutOfRangeException"/> that is made with a value writes that too, of whatever type but text.
/// </summary>
internal static class CultureChecker
{
    private static readonly HashSet<string> Sensitive =
    [
        "decimal", "double", "float", "System.Half", "System.Numerics.BigInteger", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly",
        "NodaTime.LocalDate", "NodaTime.LocalDateTime", "NodaTime.LocalTime", "NodaTime.Instant", "NodaTime.Offset", "NodaTime.Duration", "NodaTime.ZonedDateTime",
        "NodaTime.OffsetDateTime", "NodaTime.AnnualDate", "NodaTime.YearMonth", "object", "System.IFormattable",
    ];

    /// <param name="files">The C# files of one project: a path for the report, and text.</param>
    public static IReadOnlyList<string> Violations(IEnumerable<(string Path, string Text)> files) =>
        [.. SourceCompilation.Of(files).SelectMany(file => Violations(file.Tree, file.Model))];

    private static IEnumerable<string> Violations(SyntaxTree tree, SemanticModel model) => tree.GetRoot().DescendantNodes()
        .SelectMany(node => Written(node, model))
        .Where(one => IsSensitive(one.Type))
        .Concat(tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Where(made => WritesItsValue(made, model)).Select(made => ((SyntaxNode At, ITypeSymbol? Type))(made, null)))
        .Select(one => $"{tree.FilePath}:{one.At.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {one.At}")
        .Distinct();

    /// <summary>What a piece of code writes in the current culture, and of which type that is.</summary>
    private static IEnumerable<(SyntaxNode At, ITypeSymbol? Type)> Written(SyntaxNode node, SemanticModel model) => node switch
    {
        InterpolationSyntax hole when !HasProvider((InterpolatedStringExpressionSyntax)hole.Parent!, model) => [(hole.Expression, model.GetTypeInfo(hole.Expression).Type)],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String =>
            [(sum.Left, model.GetTypeInfo(sum.Left).Type), (sum.Right, model.GetTypeInfo(sum.Right).Type)],
        InvocationExpressionSyntax call when model.GetSymbolInfo(call).Symbol is IMethodSymbol method => Written(call, method, model),
        _ => [],
    };

    private static IEnumerable<(SyntaxNode At, ITypeSymbol? Type)> Written(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model)
    {
        string type = method.ContainingType.ToDisplayString();
        bool isGivenProvider = method.Parameters.Any(parameter => parameter.Type.Name == nameof(IFormatProvider));
        if (method.Name == nameof(ToString) && !isGivenProvider && call.Expression is MemberAccessExpressionSyntax of && model.GetTypeInfo(of.Expression).Type is { SpecialType: not SpecialType.System_Object } written)
            return [(call, written)];
        if (method.Name is "Append" or "Write" or "WriteLine" && type is "System.Text.StringBuilder" or "System.IO.TextWriter" or "System.IO.StringWriter")
            return method.Parameters.Take(1).Select(parameter => ((SyntaxNode)call, (ITypeSymbol?)parameter.Type));
        bool joins = type == "string" && method.Name is "Join" or "Concat";
        bool guards = type == "System.ArgumentOutOfRangeException" && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal);
        return joins || guards ? method.TypeArguments.Select(one => ((SyntaxNode)call, (ITypeSymbol?)one)) : [];
    }

    // A string, or a handler that is made without a provider, takes the culture that happens to be the current one.
    private static bool HasProvider(InterpolatedStringExpressionSyntax text, SemanticModel model) => model.GetTypeInfo(text).ConvertedType is { SpecialType: not SpecialType.System_String } handler
        && (handler.Name == nameof(FormattableString) || (text.Parent?.Parent is ArgumentListSyntax { Arguments: [var first, ..] } && first.Expression != text));

    private static bool WritesItsValue(BaseObjectCreationExpressionSyntax made, SemanticModel model) =>
        made.ArgumentList?.Arguments is [_, var value, _] && model.GetTypeInfo(made).Type?.ToDisplayString() == "System.ArgumentOutOfRangeException"
        && model.GetTypeInfo(value.Expression).Type?.SpecialType != SpecialType.System_String;

    private static bool IsSensitive(ITypeSymbol? type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } maybe
        ? IsSensitive(maybe.TypeArguments[0])
        : type is not null && Sensitive.Contains(type.ToDisplayString());
}
