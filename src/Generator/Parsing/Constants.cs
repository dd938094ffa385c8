using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Constant values as C# writes them: the same text wherever the compiler runs, since fingerprints hold it.</summary>
internal static class Constants
{
    /// <summary>Whether constants of the type can be written as literals.</summary>
    public static bool CanWrite(ITypeSymbol type) =>
        Bare(type) is { } bare && (bare.TypeKind == TypeKind.Enum || bare.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String
            or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
            or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double
            or SpecialType.System_Decimal);

    /// <summary>An expression for generated code.</summary>
    public static string ToCode(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return "default";
        }

        ITypeSymbol bare = Bare(type);
        string literal = Literal(value);
        // Numbers of these types have no literals; beside one that was read, an int would make an int of both.
        bool isCast = bare.TypeKind == TypeKind.Enum
            || bare.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16;
        return isCast ? $"({bare.ToCode()})({literal})" : literal;
    }

    /// <summary>The text of a schema's default; null when the default is the type's own.</summary>
    public static string? ToSchema(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return null;
        }

        ITypeSymbol bare = Bare(type);
        return bare.TypeKind != TypeKind.Enum ? Literal(value)
            : bare.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))?.Name ?? Literal(value);
    }

    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string Literal(object value) => value switch
    {
        string text => QuotedText.Of(text, '"'),
        char character => QuotedText.Of(character.ToString(), '\''),
        bool flag => flag ? "true" : "false",
        float number => FloatingText.Of(number),
        double number => FloatingText.Of(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };
}
