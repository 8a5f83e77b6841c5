using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SocialKpi.Tests.House;

/// <summary>Writes the public surface of an assembly as C#-like lines, types and members in ordinal order, without nullability.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Write(Assembly assembly) => Write(assembly.GetTypes());

    public static string Write(IEnumerable<Type> types) => string.Concat(types
        .Where(type => type.IsVisible && !IsSynthesised(type.Name))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => Head(type) + "\n" + string.Concat(Members(type).Distinct().Order(StringComparer.Ordinal).Select(member => $"    {member}\n"))));

    private static string Head(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsInterface ? "interface"
            : type.IsValueType ? (Has<IsReadOnlyAttribute>(type) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + "struct"
            : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + "class";
        IEnumerable<Type> bases = type.IsEnum || kind == "delegate" ? [] : type.GetInterfaces().Where(contract => contract.IsVisible).OrderBy(Name, StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) && kind != "delegate")
            bases = bases.Prepend(parent);
        return $"{kind} {type.Namespace}.{Name(type)}" + (bases.Any() ? " : " + string.Join(", ", bases.Select(Name)) : "");
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name =>
                string.Create(CultureInfo.InvariantCulture, $"{name} = {Convert.ChangeType(Enum.Parse(type, name), Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture)}"));
        }

        if (typeof(Delegate).IsAssignableFrom(type))
            return [Signature(type.GetMethod("Invoke")!)];
        return type.GetMembers(Declared).Where(member => !IsSynthesised(member.Name)).Select(Describe).OfType<string>();
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo field when IsOpen(field.IsPublic, field.IsFamily, field.IsFamilyOrAssembly) =>
            (field.IsLiteral ? "const " : field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "") + $"{Name(field.FieldType)} {field.Name}"
            + (field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : ""),
        ConstructorInfo constructor when IsOpen(constructor) && !constructor.IsStatic => $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor.GetParameters())})",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsOpen) => Property(property),
        EventInfo change when change.AddMethod is { } add && IsOpen(add) => $"{Modifiers(add)}event {Name(change.EventHandlerType!)} {change.Name}",
        MethodInfo method when IsOpen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsRecordNoise(method) => Signature(method),
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(IsOpen)];
        IEnumerable<string> words = accessors.Select(accessor => accessor == property.GetMethod ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;");
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length > 0 ? $"this[{Parameters(index)}]" : property.Name;
        return $"{Modifiers(accessors[0])}{(Has<RequiredMemberAttribute>(property) ? "required " : "")}{Name(property.PropertyType)} {name} {{ {string.Join(' ', words)} }}";
    }

    private static string Signature(MethodInfo method)
    {
        string generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        string extension = Has<ExtensionAttribute>(method) ? "this " : "";
        return $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}{generics}({extension}{Parameters(method.GetParameters())})";
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        (parameter.IsDefined(typeof(ParamArrayAttribute), false) || parameter.IsDefined(typeof(ParamCollectionAttribute), false) ? "params " : "")
        + (!parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ")
        + $"{Name(parameter.ParameterType)} {parameter.Name}" + (parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue) : "")));

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        // A nested type repeats its parent's type arguments.
        int taken = type.IsNested ? type.DeclaringType!.GetGenericArguments().Length : 0;
        Type[] arguments = [.. type.GetGenericArguments().Skip(type.IsGenericParameter ? int.MaxValue : taken)];
        string own = type.Name.Split('`')[0] + (arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(Name))}>" : "");
        return type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{own}" : own;
    }

    private static string Modifiers(MethodInfo method) => Access(method)
        + (method.IsStatic ? "static " : "") + (method.IsAbstract ? "abstract "
        : method.IsVirtual && !method.IsFinal ? (method.GetBaseDefinition() != method ? "override " : "virtual ") : "");

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsOpen(MethodBase method) => IsOpen(method.IsPublic, method.IsFamily, method.IsFamilyOrAssembly);

    private static bool IsOpen(bool isPublic, bool isFamily, bool isFamilyOrAssembly) => isPublic || isFamily || isFamilyOrAssembly;

    private static bool IsSynthesised(string name) => name.Contains('<', StringComparison.Ordinal) || name is "value__" or "EqualityContract" or "PrintMembers";

    // What the compiler writes into a record, but its typed equality, which callers use.
    private static bool IsRecordNoise(MethodInfo method) =>
        Has<CompilerGeneratedAttribute>(method) && (method.Name == "Deconstruct" || method.GetBaseDefinition() != method);

    private static bool Has<T>(MemberInfo member)
        where T : Attribute => member.IsDefined(typeof(T), inherit: false);
}
