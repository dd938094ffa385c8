using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Daybook.Analyzers.Determinism.Calls;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Schema;

/// <summary>
/// The value over the logic of a state: its reducers, the upcasters of its events, its initial value, and every member of
/// the compilation that they reach. It depends on tokens alone, so that every machine and every compiler finds the same.
/// </summary>
internal sealed class ReducersHash
{
    /// <summary>The length of the value as text.</summary>
    public const int Length = 16;

    private readonly ReducerFacts _facts;
    private readonly HashSet<ISymbol> _reached = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _open = new();

    private ReducersHash(ReducerFacts facts) => _facts = facts;

    public static string Of(INamedTypeSymbol state, ReducerFacts facts, KnownSymbols known, CancellationToken cancellationToken)
    {
        var hash = new ReducersHash(facts);
        List<IMethodSymbol> reducers = [.. state.GetMembers().OfType<IMethodSymbol>().Where(facts.IsReducer)];
        reducers.ForEach(hash.Reach);
        hash.ReachConstruction(state);
        foreach (ISymbol member in state.GetMembers("Initial"))
        {
            hash.Reach(member);
        }

        hash.ReachUpcasters([.. reducers.SelectMany(reducer => reducer.Parameters).Select(parameter => parameter.Type).Where(known.IsEvent)]);
        while (hash._open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.Follow(hash._open.Dequeue());
        }

        return hash.Finish();
    }

    private void Reach(ISymbol? symbol)
    {
        if (symbol is not null && _reached.Add(ReducerFacts.Canonical(symbol)))
        {
            _open.Enqueue(ReducerFacts.Canonical(symbol));
        }
    }

    private void Follow(ISymbol symbol)
    {
        foreach (ISymbol reference in _facts.BodiesOf(symbol).SelectMany(body => body.References))
        {
            Reach(reference);
        }

        if (symbol is IMethodSymbol { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } written)
        {
            foreach (ISymbol call in RecordCalls.Of(record, written) ?? [])
            {
                Reach(call);
            }
        }

        switch (symbol)
        {
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                ReachConstruction(constructor);
                break;
            case IMethodSymbol method:
                ReachOverrides(method);
                break;
            case IPropertySymbol property:
                Reach(property.GetMethod);
                Reach(property.SetMethod);
                break;
        }

        if (symbol is { IsStatic: true } or IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            foreach (IMethodSymbol constructor in symbol.ContainingType?.StaticConstructors ?? [])
            {
                Reach(constructor);
            }
        }
    }

    /// <summary>What runs when an object is made, without a call in the text: initializers and the bases' constructors.</summary>
    private void ReachConstruction(IMethodSymbol constructor)
    {
        if (!RecordCalls.IsCopy(constructor))
        {
            ReachConstruction(constructor.ContainingType);
        }
    }

    private void ReachConstruction(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol link in type.FromBase())
        {
            foreach (ISymbol member in link.GetMembers().Where(member => member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }))
            {
                // Not through Reach: an accessor that nobody calls does not count.
                foreach (ISymbol reference in _facts.BodiesOf(member).SelectMany(body => body.References))
                {
                    Reach(reference);
                }

                _reached.Add(member.OriginalDefinition);
            }

            foreach (IMethodSymbol constructor in link.InstanceConstructors.Where(constructor => constructor.Parameters.IsEmpty))
            {
                Reach(constructor);
            }
        }
    }

    /// <summary>Whoever calls a virtual or an interface's method may call any of its implementations.</summary>
    private void ReachOverrides(IMethodSymbol method)
    {
        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride)
        {
            return;
        }

        foreach (IMethodSymbol other in _facts.Members.OfType<IMethodSymbol>())
        {
            bool isImplementation = method.ContainingType.TypeKind == TypeKind.Interface
                ? other.ContainingType.AllInterfaces.Any(link => link.OriginalDefinition.Is(method.ContainingType)
                    && link.GetMembers().Any(member => member.OriginalDefinition.Is(method) && ReducerFacts.Canonical(other).Is(other.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition)))
                : other.OverriddenMethod is { } overridden && ReducerFacts.Canonical(overridden).Is(method);
            if (isImplementation)
            {
                Reach(other);
            }
        }
    }

    private void ReachUpcasters(HashSet<ITypeSymbol> events)
    {
        List<IMethodSymbol> upcasters = [.. _facts.Upcasters];
        int taken;
        do
        {
            taken = upcasters.RemoveAll(upcaster =>
            {
                bool isTaken = ResultsOf(upcaster.ReturnType).Any(result => events.Any(known => known.Is(result)));
                if (isTaken)
                {
                    Reach(upcaster);
                    events.UnionWith(upcaster.Parameters.Select(parameter => parameter.Type));
                }

                return isTaken;
            });
        }
        while (taken > 0);
    }

    private static IEnumerable<ITypeSymbol> ResultsOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => ResultsOf(nullable.TypeArguments[0]),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(element => ResultsOf(element.Type)),
        _ => [type],
    };

    private string Finish()
    {
        var text = new StringBuilder();
        foreach (string entry in _reached.SelectMany(ToText).OrderBy(entry => entry, StringComparer.Ordinal))
        {
            text.Append(entry).Append('\n');
        }

        using SHA256 algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Concat(hash.Take(Length / 2).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private IEnumerable<string> ToText(ISymbol symbol)
    {
        string id = symbol.GetDocumentationCommentId() ?? symbol.Name;
        if (symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum, ConstantValue: IFormattable value })
        {
            yield return $"{id} {value.ToString(null, CultureInfo.InvariantCulture)}";
        }

        string parameters = symbol is IMethodSymbol method ? string.Join(",", method.Parameters.Select(parameter => parameter.Name)) : "";
        foreach (BodyFact body in _facts.BodiesOf(symbol))
        {
            // Some files have other line ends on other machines, and so have the literals in them.
            IEnumerable<string> tokens = body.Syntax.DescendantTokens().Select(token => token.Text.Replace("\r\n", "\n"));
            yield return $"{id}({parameters}) {string.Join(" ", tokens)}";
        }
    }
}
