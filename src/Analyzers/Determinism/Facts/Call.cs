using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>A way from one body into another, written or hidden; or what a body gives to another.</summary>
/// <param name="From">The slot of the caller.</param>
/// <param name="Target">A method, the field or property whose initializer runs, or the type whose static constructor does.</param>
/// <param name="To">The slot of the target.</param>
/// <param name="Receiver">The type that the call is made on, when what runs depends on the object; else null.</param>
/// <param name="Place">The expression.</param>
internal sealed record Call(int From, ISymbol Target, int To, ITypeSymbol? Receiver, SyntaxNodeOrToken Place)
{
    /// <summary>The caller's slot for what the target returns; <see cref="Slot.Run"/> where nothing of it matters.</summary>
    public int Result { get; init; } = Slot.Run;
}
