using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>A state and the version of the stream that it was folded from.</summary>
/// <typeparam name="TState">The state.</typeparam>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Versioned<TState>
{
    /// <summary>Creates the pair.</summary>
    /// <param name="state">The state.</param>
    /// <param name="version">The stream's version.</param>
    /// <param name="incarnation">The id of the stream's first event; empty when there is no stream.</param>
    public Versioned(TState state, long version, EventId incarnation = default)
    {
        State = state;
        Version = version;
        Incarnation = incarnation;
    }

    /// <summary>The state.</summary>
    public TState State { get; }

    /// <summary>How many events the state has folded, counted from the stream's beginning; 0 when there is no stream.</summary>
    public long Version { get; }

    /// <summary>The id of the stream's first event: it tells the stream from an earlier one of the same name.</summary>
    public EventId Incarnation { get; }
}
