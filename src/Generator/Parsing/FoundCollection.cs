using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>What is known of a collection type.</summary>
/// <param name="Form">How it is written and made.</param>
/// <param name="Elements">The element's type, or those of key and value.</param>
/// <param name="Key">The type of what is compared, if anything is.</param>
internal sealed record FoundCollection(CollectionForm Form, IReadOnlyList<ITypeSymbol> Elements, ITypeSymbol Key)
{
    public FoundCollection(CollectionForm form, IReadOnlyList<ITypeSymbol> elements)
        : this(form, elements, elements[0])
    {
    }
}
