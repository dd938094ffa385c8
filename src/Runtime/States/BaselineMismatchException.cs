using Daybook.Schema;

namespace Daybook;

/// <summary>A stream starts with a baseline of the state, but its members have changed so that they cannot be read any more.</summary>
public sealed class BaselineMismatchException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The baseline's sequence.</param>
    /// <param name="written">The schema line that the baseline was written with.</param>
    /// <param name="current">The state's schema line now.</param>
    public BaselineMismatchException(string streamId, long sequence, RecordSchema written, RecordSchema current)
        : base($"The baseline at sequence {sequence} of stream '{streamId}' was written as '{written}', which '{current}' cannot read: the events before it are gone, so keep its members with their keys, names and types, and add new ones behind them.")
    {
        StreamId = streamId;
        Sequence = sequence;
        Written = written;
        Current = current;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The baseline's sequence.</summary>
    public long Sequence { get; }

    /// <summary>The schema that the baseline was written with.</summary>
    public RecordSchema Written { get; }

    /// <summary>The state's schema now.</summary>
    public RecordSchema Current { get; }
}
