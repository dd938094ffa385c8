namespace Daybook;

/// <summary>A store cannot be copied into another, since the other holds something else, or since the two do not agree afterwards.</summary>
/// <param name="streamId">The stream.</param>
/// <param name="sequence">The first sequence at which it differs, or -1.</param>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class StoreCopyException(string streamId, long sequence, string message) : DaybookException(message)
{
    /// <summary>The stream.</summary>
    public string StreamId { get; } = streamId;

    /// <summary>The first sequence at which the stream differs, or -1.</summary>
    public long Sequence { get; } = sequence;
}
