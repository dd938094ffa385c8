namespace Daybook;

/// <summary>What a store knows of a stream without reading its events.</summary>
public sealed record StreamInfo
{
    /// <summary>The stream's id.</summary>
    public required string StreamId { get; init; }

    /// <summary>How many events were ever appended; also the next sequence.</summary>
    public required long Version { get; init; }

    /// <summary>The sequence of the first event that is still there; 0 unless the stream was truncated.</summary>
    public required long FirstSequence { get; init; }

    /// <summary>How many events are there.</summary>
    public long Count => Version - FirstSequence;

    /// <summary>The name of the state whose recorder first wrote the stream, or null.</summary>
    public required string? Category { get; init; }

    /// <summary>When the first event ever was recorded, in UTC; truncation does not change it.</summary>
    public required DateTimeOffset FirstTimestamp { get; init; }

    /// <summary>The chain hash of the last event ever; null in a stream without a chain.</summary>
    public ChainHash? Hash { get; init; }

    /// <summary>The chain hash before the first event that is still there: all zeros at sequence 0; null in a stream without a chain.</summary>
    public ChainHash? HashBefore { get; init; }

    /// <summary>When the last event was recorded, in UTC.</summary>
    public required DateTimeOffset LastTimestamp { get; init; }

    /// <summary>The id of the first event ever appended: it tells a stream from an earlier one of the same name.</summary>
    public required EventId Incarnation { get; init; }
}
