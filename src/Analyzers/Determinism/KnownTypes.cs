using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism;

/// <summary>The types that the analysis must know, once for a compilation.</summary>
internal sealed class KnownTypes(Compilation compilation)
{
    private readonly INamedTypeSymbol? _expression = compilation.GetTypeByMetadataName("System.Linq.Expressions.Expression");

    public KnownSymbols Daybook { get; } = new(compilation);

    public INamedTypeSymbol? Deterministic { get; } = compilation.GetTypeByMetadataName("Daybook.DeterministicAttribute");

    public INamedTypeSymbol? NonDeterministic { get; } = compilation.GetTypeByMetadataName("Daybook.NonDeterministicAttribute");

    public INamedTypeSymbol? GeneratedRegex { get; } = compilation.GetTypeByMetadataName("System.Text.RegularExpressions.GeneratedRegexAttribute");

    /// <summary>Whether anything in the compilation can have to replay.</summary>
    public bool HasClaims => Daybook.Reducer is not null || Deterministic is not null;

    public INamedTypeSymbol? Conditional { get; } = compilation.GetTypeByMetadataName("System.Diagnostics.ConditionalAttribute");

    /// <summary>Whether lambdas of that type are not compiled to code.</summary>
    public bool IsExpressionTree(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Is(_expression))
            {
                return true;
            }
        }

        return false;
    }
}
