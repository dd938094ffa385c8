using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>The constructors that generic code calls by <c>new T()</c>: whoever says what <c>T</c> is lets it make one.</summary>
internal static class TypeArgumentCalls
{
    // Deeper than anybody nests them; bases can grow for ever.
    private const int MaxDepth = 8;

    public static IEnumerable<ImplicitCall> Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => OfMethod(method, operation),
        IMethodReferenceOperation { Method: var method } => OfMethod(method, operation),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => OfObject(type, operation, depth: 0),
        IMemberReferenceOperation { Instance: null, Member.ContainingType: { IsGenericType: true } type } => OfType(type, operation, depth: 0),
        _ => [],
    };

    private static IEnumerable<ImplicitCall> OfMethod(IMethodSymbol method, IOperation place) =>
        (method.IsGenericMethod ? Constructed(method.TypeParameters, method.TypeArguments, place, depth: 0) : [])
            .Concat(method is { IsStatic: true, ContainingType: { IsGenericType: true } type } ? OfType(type, place, depth: 0) : []);

    /// <summary>An object runs the constructors of its bases, too.</summary>
    private static IEnumerable<ImplicitCall> OfObject(INamedTypeSymbol type, IOperation place, int depth) =>
        FromType(type).Where(link => link.IsGenericType).SelectMany(link => OfType(link, place, depth));

    /// <summary>Members see the arguments of the types around theirs.</summary>
    private static IEnumerable<ImplicitCall> OfType(INamedTypeSymbol type, IOperation place, int depth) =>
        type.ContainingTypes().Prepend(type).SelectMany(link => Constructed(link.TypeParameters, link.TypeArguments, place, depth));

    private static IEnumerable<ImplicitCall> Constructed(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments, IOperation place, int depth)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (depth < MaxDepth && parameters[i].HasConstructorConstraint && arguments[i] is INamedTypeSymbol made && made.IsOwn(place) && made.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is { } constructor)
            {
                yield return ImplicitCall.Of(constructor, place);
                foreach (ImplicitCall call in OfObject(made, place, depth + 1))
                {
                    yield return call;
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> FromType(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? link = type; link is not null; link = link.BaseType)
        {
            yield return link;
        }
    }
}
