using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Versions;

/// <summary>An event of the compilation.</summary>
internal sealed record DeclaredEvent(INamedTypeSymbol Type, string Name, int Version, AttributeData Attribute)
{
    /// <summary>The type as generated code writes it.</summary>
    public string Code { get; } = Type.ToBareCode();
}
