using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>Finds what a call of a virtual or an interface's member may run: every implementation of the compilation that fits the receiver.</summary>
internal sealed class Dispatch(Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, Dictionary<ISymbol, ISymbol[]>> _targets = new(SymbolEqualityComparer.Default);
    private readonly Lazy<TypeIndex> _types = new(() => TypeIndex.Of(compilation, cancellationToken));

    public IEnumerable<ISymbol> TargetsOf(Call call)
    {
        if (call.Receiver is null || call.Target is not IMethodSymbol method || !(method.IsAbstract || method.IsVirtual || method.IsOverride))
        {
            return [call.Target];
        }

        if (!_targets.TryGetValue(method, out Dictionary<ISymbol, ISymbol[]>? byClass))
        {
            _targets.Add(method, byClass = new(SymbolEqualityComparer.Default));
        }

        // Whatever is no class may stand for all.
        ISymbol receiver = ClassOf(call.Receiver) as ISymbol ?? method;
        if (!byClass.TryGetValue(receiver, out ISymbol[]? targets))
        {
            byClass.Add(receiver, targets = [.. Find(method, call.Receiver)]);
        }

        return targets;
    }

    private IEnumerable<ISymbol> Find(IMethodSymbol method, ITypeSymbol receiver)
    {
        bool isContract = method.ContainingType.TypeKind == TypeKind.Interface;
        IMethodSymbol[] others = [.. isContract ? ImplementationsOf(method, receiver) : OverridesOf(method, receiver)];

        // The body that an interface has is among its implementations where one of them leaves it to the interface.
        bool hasOwn = !method.IsAbstract && method.ContainingAssembly.Is(compilation.Assembly) && !(isContract && others.Length > 0);
        return others.Concat(hasOwn ? [method] : [])
            .Select(target => target.Canonical()).Distinct(SymbolEqualityComparer.Default);
    }

    /// <summary>
    /// Whether other assemblies can add an implementation of their own: what compilers make of records is the same everywhere,
    /// and no record that derives from a state or an event is ever written.
    /// </summary>
    public bool IsOpen(Call call) =>
        call is { Receiver: { } receiver, Target: IMethodSymbol { IsSealed: false, IsImplicitlyDeclared: false } method }
        && (receiver is not ITypeParameterSymbol || method.ContainingAssembly.Is(compilation.Assembly))
        && (method.IsAbstract || method.IsVirtual || method.IsOverride)
        && receiver is not { IsSealed: true } and not { IsValueType: true }
        && receiver.FindAttribute(known.State) is null && receiver.FindAttribute(known.Event) is null
        && IsVisible(method) && IsVisible(receiver is ITypeParameterSymbol ? method.ContainingType : receiver);

    private IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol method, ITypeSymbol receiver)
    {
        foreach (INamedTypeSymbol type in _types.Value.ImplementersOf(method.ContainingType.OriginalDefinition).Where(type => Fits(type, receiver)))
        {
            foreach (INamedTypeSymbol link in type.AllInterfaces.Where(link => link.OriginalDefinition.Is(method.ContainingType.OriginalDefinition)))
            {
                ISymbol? member = link.GetMembers().FirstOrDefault(candidate => candidate.OriginalDefinition.Is(method.OriginalDefinition));
                if (member is not null && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
                {
                    yield return implementation;
                }
            }
        }
    }

    private IEnumerable<IMethodSymbol> OverridesOf(IMethodSymbol method, ITypeSymbol receiver) =>
        _types.Value.OverridesOf(method.OriginalDefinition).Where(other => Fits(other.ContainingType, receiver));

    /// <summary>Whether an object of a class, or of one derived from it, may stand where the receiver does.</summary>
    private static bool Fits(INamedTypeSymbol type, ITypeSymbol receiver)
    {
        if (ClassOf(receiver) is not { } wanted)
        {
            return true;
        }

        for (INamedTypeSymbol? link = type; link is not null; link = link.BaseType)
        {
            if (link.OriginalDefinition.Is(wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? ClassOf(ITypeSymbol receiver) => receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type ? type.OriginalDefinition : null;

    private static bool IsVisible(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }
}
