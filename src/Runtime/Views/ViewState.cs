using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>A state and how far in the feed it was folded.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="State">The state.</param>
/// <param name="Offset">The offset to go on with: every event below it is in the state.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ViewState<TState>(TState State, long Offset);
