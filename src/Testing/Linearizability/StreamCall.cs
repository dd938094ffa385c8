using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Testing;

/// <summary>One call to a stream as a client saw it: what it asked, what it was told, and when.</summary>
public sealed record StreamCall
{
    private const int ShownIds = 6;

    /// <summary>The stream.</summary>
    public required string StreamId { get; init; }

    /// <summary>What was asked.</summary>
    public required StreamCallKind Kind { get; init; }

    /// <summary>Who asked.</summary>
    public int Client { get; init; }

    /// <summary>Of an append or deletion: the expected version.</summary>
    public ExpectedVersion Expected { get; init; }

    /// <summary>Of an append: the ids; of a read: the ids that the page gave.</summary>
    public ImmutableArray<EventId> EventIds { get; init; } = [];

    /// <summary>Of a truncation: the first sequence to keep; of a read: the first sequence to read.</summary>
    public long From { get; init; }

    /// <summary>When the call was made, in ticks of one clock for all clients.</summary>
    public required long Invoked { get; init; }

    /// <summary>When it was answered.</summary>
    public required long Returned { get; init; }

    /// <summary>What the client was told.</summary>
    public required StreamAnswer Answer { get; init; }

    /// <summary>Of an append that was done: the first sequence; of a conflict and a read: the stream's version.</summary>
    public long Value { get; init; }

    /// <summary>Of a read: the first sequence that the stream had.</summary>
    public long FirstSequence { get; init; }

    /// <summary>Of a read: the stream's incarnation.</summary>
    public EventId Incarnation { get; init; }

    /// <summary>Of an append that was done: the offsets of its events.</summary>
    public ImmutableArray<long> Offsets { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString()
    {
        string ids = string.Join(' ', EventIds.Take(ShownIds)) + (EventIds.Length > ShownIds ? " …" : "");
        string asked = Kind is StreamCallKind.Append or StreamCallKind.Delete ? $"expecting {Expected}" : $"from {From.ToString(CultureInfo.InvariantCulture)}";
        return string.Create(CultureInfo.InvariantCulture, $"[{Invoked}, {Returned}] client {Client}: {Kind} {asked}: {Answer} {Value}, {EventIds.Length} events: {ids}");
    }
}
