using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>How much a type mentions, whether or not anybody could write that down.</summary>
internal static class TypeSize
{
    /// <summary>Whether a type, the types around it and all their arguments are no more than so many types. Counts no further than that.</summary>
    public static bool IsWithin(this ITypeSymbol type, int limit) => Rest(type, limit) >= 0;

    private static int Rest(ITypeSymbol type, int limit)
    {
        if (limit <= 0)
        {
            return -1;
        }

        int rest = limit - 1;
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Rest(array.ElementType, rest);
            case INamedTypeSymbol named:
                rest = named.ContainingType is { } outer ? Rest(outer, rest) : rest;
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    if (rest < 0)
                    {
                        break;
                    }

                    rest = Rest(argument, rest);
                }

                break;
        }

        return rest;
    }
}
