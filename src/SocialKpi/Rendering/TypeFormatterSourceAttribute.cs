using System.Diagnostics.CodeAnalysis;

namespace SocialKpi;

/// <summary>Says to a notebook how a value is shown. Notebook kernels find it by its name and the names of its members, so no reference to them is needed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type formatterSourceType) : Attribute
{
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; } = [DisplayFormatter.Html, DisplayFormatter.Text];
}
