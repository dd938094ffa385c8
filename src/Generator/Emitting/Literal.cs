using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Generator.Emitting;

/// <summary>Text as C# writes it.</summary>
internal static class Literal
{
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
