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
                if (candidate is null)
                {
                    continue;
                }

                candidate.IsIgnored = (candidate.FindAttribute(known.WireIgnore) ?? candidate.FindAttribute(known.Peer.Ignore)) is not null;

                // An override keeps the place of what it overrides.
                int overridden = candidates.FindIndex(other => string.Equals(other.Symbol.Name, member.Name, StringComparison.Ordinal));
                if (overridden >= 0)
                {
                    MemberCandidate other = candidates[overridden];
                    bool isLost = member is not IPropertySymbol { IsOverride: true } && !other.IsIgnored && (other.IsSettable || other.Symbol.HoldsData());
                    candidate.Hidden = isLost ? other : other.Hidden;
                    candidates[overridden] = candidate;
                }
                else
                {
                    candidates.Add(candidate);
                }
            }
        }

        return candidates;
    }

    private static IEnumerable<ISymbol> InSourceOrder(INamedTypeSymbol type) =>
        type.GetMembers()
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
        return property.HoldsData() ? new(property, property.Type) { IsReadable = false } : null;
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
