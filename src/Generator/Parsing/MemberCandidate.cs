using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>A property or field that may belong to the payload.</summary>
internal sealed class MemberCandidate(ISymbol symbol, ITypeSymbol type)
{
    public ISymbol Symbol { get; } = symbol;

    public ITypeSymbol Type { get; } = type;

    /// <summary>The constructor's parameter that sets it, if one does.</summary>
    public IParameterSymbol? Parameter { get; set; }

    /// <summary>Whether the compiler made the property for the parameter, so that setting it once is enough.</summary>
    public bool IsPositional { get; set; }

    /// <summary>Whether an object initializer can set it.</summary>
    public bool IsSettable { get; set; }

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
}
