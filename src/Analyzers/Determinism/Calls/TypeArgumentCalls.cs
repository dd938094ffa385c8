using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>The constructors that generic code calls by <c>new T()</c>: whoever says what <c>T</c> is lets it make one.</summary>
internal static class TypeArgumentCalls
{
    public static IEnumerable<ImplicitCall> Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => OfMethod(method, operation),
        IMethodReferenceOperation { Method: var method } => OfMethod(method, operation),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => FromType(type).Where(link => link.IsGenericType).SelectMany(link => Constructed(link, operation)),
        IMemberReferenceOperation { Instance: null, Member.ContainingType: { IsGenericType: true } type } => Constructed(type, operation),
        _ => [],
    };

    private static IEnumerable<ImplicitCall> OfMethod(IMethodSymbol method, IOperation place) =>
        method.IsGenericMethod ? Constructed(method.TypeParameters, method.TypeArguments, place)
        : method is { IsStatic: true, ContainingType: { IsGenericType: true } type } ? Constructed(type, place)
        : [];

    private static IEnumerable<ImplicitCall> Constructed(INamedTypeSymbol type, IOperation place) => Constructed(type.TypeParameters, type.TypeArguments, place);

    private static IEnumerable<ImplicitCall> Constructed(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments, IOperation place)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].HasConstructorConstraint && arguments[i] is INamedTypeSymbol made && made.IsOwn(place) && made.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is { } constructor)
            {
                yield return ImplicitCall.Of(constructor, place);
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
