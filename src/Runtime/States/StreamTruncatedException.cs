namespace Daybook;

/// <summary>A stream's first events are gone, and neither a snapshot nor a baseline stands in for them.</summary>
public sealed class StreamTruncatedException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="firstSequence">The first sequence that is still there.</param>
    public StreamTruncatedException(string streamId, long firstSequence)
        : base($"Stream '{streamId}' starts at sequence {firstSequence} and no usable snapshot or baseline stands for what came before; fold what is left with LoadOptions.AllowPartial.")
    {
        StreamId = streamId;
        FirstSequence = firstSequence;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The first sequence that is still there.</summary>
    public long FirstSequence { get; }
}
