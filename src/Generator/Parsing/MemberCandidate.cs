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

    /// <summary>Whether it is not recorded.</summary>
    public bool IsIgnored { get; set; }

    /// <summary>Whether generated code sees its value.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>A member of a base with data of its own that this one hides.</summary>
    public MemberCandidate? Hidden { get; set; }

    /// <summary>An attribute of the member, or of the parameter that sets it.</summary>
    public AttributeData? FindAttribute(INamedTypeSymbol? attribute) =>
        attribute is null ? null : Symbol.FindAttribute(attribute) ?? Parameter?.FindAttribute(attribute);

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
}
