using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>A call that the text does not show.</summary>
/// <param name="Method">What is called.</param>
/// <param name="Place">The expression that stands for it.</param>
/// <param name="Receiver">The type that it is called on, where what runs depends on the object; else null.</param>
internal readonly record struct ImplicitCall(IMethodSymbol Method, IOperation Place, ITypeSymbol? Receiver)
{
    /// <summary>A call on an object of the method's own type.</summary>
    public static ImplicitCall Of(IMethodSymbol method, IOperation place) => new(method, place, method.IsAbstract || method.IsVirtual ? method.ReceiverType : null);

    /// <summary>A call on an object of a type that may override the method.</summary>
    public static ImplicitCall On(ITypeSymbol type, IMethodSymbol method, IOperation place) =>
        new(method, place, method.IsAbstract || method.IsVirtual || (method.IsOverride && type is { IsSealed: false, IsValueType: false }) ? type : null);
}
