using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Finds the properties and fields of a type and its bases that a value consists of.</summary>
internal sealed class MemberCollector(Compilation compilation, KnownSymbols known, INamedTypeSymbol self, CancellationToken cancellationToken)
{
    public List<MemberCandidate> Collect(INamedTypeSymbol type)
    {
        var candidates = new List<MemberCandidate>();
        foreach (INamedTypeSymbol link in type.FromBase())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ISymbol member in InSourceOrder(link))
            {
                MemberCandidate? candidate = member switch
                {
                    IPropertySymbol property => OfProperty(property),
                    IFieldSymbol field => OfField(field),
                    _ => null,
                };
                int hidden = candidates.FindIndex(other => !other.Symbol.ContainingType.Is(link) && string.Equals(other.Symbol.Name, member.Name, StringComparison.Ordinal));
                if (candidate is null && hidden >= 0)
                {
                    // A method or a static property; whatever it is, the value below it is out of reach.
                    candidate = new(member, candidates[hidden].Type) { IsReadable = false };
                }

                if (candidate is null)
                {
                    continue;
                }

                candidate.IsIgnored = (candidate.FindAttribute(known.WireIgnore) ?? candidate.FindAttribute(known.Peer.Ignore)) is not null;

                // An override keeps the place of what it overrides.
                if (hidden >= 0)
                {
                    candidate.Hidden = HiddenBy(member, candidates[hidden]);
                    candidates[hidden] = candidate;
                }
                else
                {
                    candidates.Add(candidate);
                }
            }
        }

        return candidates;
    }

    // Nothing is lost of what an override replaces, what is ignored, and what is computed.
    private MemberCandidate? HiddenBy(ISymbol member, MemberCandidate other) =>
        member is IPropertySymbol { IsOverride: true } || other.IsIgnored || !(other.IsSettable || other.Symbol.HoldsData(compilation)) ? other.Hidden : other;

    // A compiled type shows its fields before its properties, an editor shows another project's sources: both agree on each kind's own order.
    private IEnumerable<ISymbol> InSourceOrder(INamedTypeSymbol type) => type.IsForeign(compilation)
        ? type.GetMembers().Where(member => member.IsImported(compilation)).OrderBy(member => member is IFieldSymbol)
        : type.GetMembers()
            .Select((member, index) => (member, index))
            .OrderBy(entry => entry.member.FindLocation()?.SourceSpan.Start ?? entry.index)
            .Select(entry => entry.member);

    private MemberCandidate? OfProperty(IPropertySymbol property)
    {
        if (property is not { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null } || property.Name is "EqualityContract")
        {
            return null;
        }

        if (property.ExplicitInterfaceImplementations.IsEmpty && compilation.IsSymbolAccessibleWithin(property.GetMethod, self))
        {
            return new(property, property.Type) { IsSettable = property.SetMethod is not null && compilation.IsSymbolAccessibleWithin(property.SetMethod, self) };
        }

        // Nobody may lose data without being told.
        return property.HoldsData(compilation) ? new(property, property.Type) { IsReadable = false } : null;
    }

    private MemberCandidate? OfField(IFieldSymbol field)
    {
        if (field is not { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false, AssociatedSymbol: null, CanBeReferencedByName: true })
        {
            return null;
        }

        bool isReadable = compilation.IsSymbolAccessibleWithin(field, self);
        return new(field, field.Type) { IsSettable = isReadable && !field.IsReadOnly, IsReadable = isReadable };
    }
}
