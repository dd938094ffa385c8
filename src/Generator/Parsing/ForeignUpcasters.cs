using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Finds the upcasters behind events of other assemblies, by what was generated there.</summary>
internal sealed class ForeignUpcasters(Compilation compilation, KnownSymbols known)
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<UpcasterModel> _found = [];

    public IEnumerable<UpcasterModel> Found => _found;

    /// <summary>Takes up an event, its older versions, and what else becomes of these.</summary>
    public void Add(INamedTypeSymbol type)
    {
        if (type.ContainingAssembly.Is(compilation.Assembly) || !_seen.Add(type))
        {
            return;
        }

        if (type.FindAttribute(known.EarlierVersions) is { ConstructorArguments.Length: 1 } attribute && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            foreach (INamedTypeSymbol earlier in list.Values.Select(item => item.Value).OfType<INamedTypeSymbol>())
            {
                Add(earlier);
            }
        }

        if (type.AllInterfaces.FirstOrDefault(i => i.OriginalDefinition.Is(known.UpcastInterface) && i.TypeArguments[0].Is(type)) is { } contract)
        {
            ITypeSymbol result = contract.TypeArguments[1];
            List<ITypeSymbol> parts = [.. UpcasterParser.PartsOf(result)];
            _found.Add(UpcasterParser.ToModel(type, parts, known, call: "", takesContext: false));
            foreach (INamedTypeSymbol part in parts.Select(UpcasterParser.EventOf).OfType<INamedTypeSymbol>())
            {
                Add(part);
            }
        }
    }
}
