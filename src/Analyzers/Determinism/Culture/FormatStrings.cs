using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Knows the formats that give the same text in every culture.</summary>
internal static class FormatStrings
{
    /// <summary>Stands for a format that is known only when it runs.</summary>
    public const string Unknown = "?";

    /// <summary>What the culture changes in a text that a format gives.</summary>
    /// <param name="type">The type, not nullable.</param>
    /// <param name="format">The format; null or empty when none is given.</param>
    /// <param name="plain">What it changes when none is given.</param>
    public static Sensitivity Apply(ITypeSymbol type, string? format, Sensitivity plain)
    {
        if (format is null or "")
        {
            return plain;
        }

        return type switch
        {
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => OfInteger(format, plain),
            { SpecialType: SpecialType.System_DateTime } => format is "o" or "O" or "r" or "R" or "s" or "u" ? Sensitivity.None : plain,
            { ContainingNamespace.Name: "System", Name: "DateTimeOffset" } => format is "o" or "O" or "r" or "R" or "s" or "u" ? Sensitivity.None : plain,
            { ContainingNamespace.Name: "System", Name: "DateOnly" or "TimeOnly" } => format is "o" or "O" or "r" or "R" ? Sensitivity.None : plain,
            { ContainingNamespace.Name: "System", Name: "TimeSpan" } => format is "g" or "G" ? Sensitivity.Full : Sensitivity.None,
            { ContainingNamespace.Name: "System", Name: "Int128" or "UInt128" } => OfInteger(format, plain),
            { Name: "BigInteger" } => IsStandard(format, "Xx") ? Sensitivity.None : plain,
            _ => plain,
        };
    }

    private static Sensitivity OfInteger(string format, Sensitivity plain)
    {
        if (IsStandard(format, "XxBb"))
        {
            return Sensitivity.None;
        }

        return IsStandard(format, "DdGgRr") || format.All(symbol => symbol is '0' or '#') ? plain : Sensitivity.Full;
    }

    private static bool IsStandard(string format, string letters) => letters.Contains(format[0]) && format.Skip(1).All(char.IsDigit);
}
