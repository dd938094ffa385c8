using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Finds the properties and fields of a type and its bases that a value consists of.</summary>
internal sealed class MemberCollector(Compilation compilation, INamedTypeSymbol self, CancellationToken cancellationToken)
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

                // An override keeps the place of what it overrides.
                int overridden = candidates.FindIndex(other => string.Equals(other.Symbol.Name, member.Name, StringComparison.Ordinal));
                if (overridden >= 0)
                {
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

    private MemberCandidate? OfProperty(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null, ExplicitInterfaceImplementations.IsEmpty: true }
        && property.Name is not "EqualityContract"
        && compilation.IsSymbolAccessibleWithin(property.GetMethod, self)
            ? new(property, property.Type) { IsSettable = property.SetMethod is not null && compilation.IsSymbolAccessibleWithin(property.SetMethod, self) }
            : null;

    private MemberCandidate? OfField(IFieldSymbol field) =>
        field is { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false, AssociatedSymbol: null, CanBeReferencedByName: true }
            ? new(field, field.Type) { IsSettable = !field.IsReadOnly && compilation.IsSymbolAccessibleWithin(field, self) }
            : null;
}
