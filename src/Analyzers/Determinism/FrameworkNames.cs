using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism;

/// <summary>Recognizes members of the framework by their names.</summary>
internal static class FrameworkNames
{
    /// <summary>Whether it is the type of that name, whatever its type arguments are.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string space, string name) =>
        type is { ContainingType: null } && string.Equals(type.Name, name, StringComparison.Ordinal) && type.ContainingNamespace.IsNamed(space);

    /// <summary>Whether a type is of that name, or derives from one that is.</summary>
    public static bool Derives(this ITypeSymbol? type, string space, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsNamed(space, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value is null, or what a parameter is when nobody gives it.</summary>
    public static bool IsNothing(this IOperation value) => value is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } }
        || (value is IConversionOperation { OperatorMethod: null } conversion && conversion.Operand.IsNothing());

    /// <summary>Whether the call passes a value of that name's type.</summary>
    public static IOperation? Given(this IEnumerable<IArgumentOperation> arguments, Func<ITypeSymbol, bool> isWanted) =>
        arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && isWanted(parameter.Type) && !argument.Value.IsNothing())?.Value;

    private static bool IsNamed(this INamespaceSymbol? space, string name)
    {
        int end = name.Length;
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            int start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return space.ContainingNamespace is { IsGlobalNamespace: true };
            }

            end = start - 1;
            if (name[end] != '.')
            {
                return false;
            }
        }

        return false;
    }
}
