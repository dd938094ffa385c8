namespace Daybook;

/// <summary>A stream has no event at a sequence: it does not go that far, or was truncated.</summary>
public sealed class EventNotFoundException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The sequence that was asked for.</param>
    /// <param name="firstSequence">The first sequence that the stream has.</param>
    /// <param name="version">The stream's version.</param>
    public EventNotFoundException(string streamId, long sequence, long firstSequence, long version)
        : base($"Stream '{streamId}' has no event at sequence {sequence}; its events go from {firstSequence} to {version - 1}.")
    {
        StreamId = streamId;
        Sequence = sequence;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The sequence that was asked for.</summary>
    public long Sequence { get; }
}
