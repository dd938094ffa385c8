using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>Where an object that a body did not make comes from.</summary>
/// <param name="Slot">The slot of the body; that of content for what a static member holds.</param>
/// <param name="Static">The static field or property.</param>
internal readonly record struct Place(int Slot, ISymbol? Static);
