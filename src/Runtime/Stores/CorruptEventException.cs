namespace Daybook;

/// <summary>Stored bytes are not what was once acknowledged.</summary>
public sealed class CorruptEventException : DaybookException
{
    /// <summary>Reports a bad place in a file.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="file">The file.</param>
    /// <param name="position">The position in the file, in bytes, or -1 when there is none.</param>
    /// <param name="offset">The offset of the first event that cannot be read, or -1 when it is not known.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public CorruptEventException(string message, string file, long position, long offset, Exception? innerException = null)
        : base($"{message} ({file}{(position < 0 ? "" : $", byte {position}")}); restore the file from a copy.", innerException)
    {
        File = file;
        Position = position;
        Offset = offset;
    }

    /// <summary>Reports an event whose payload cannot be decoded.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event's sequence.</param>
    /// <param name="type">The event's type.</param>
    /// <param name="innerException">What the reader said.</param>
    public CorruptEventException(string streamId, long sequence, EventType type, Exception innerException)
        : base($"The payload of {type} at sequence {sequence} of stream '{streamId}' cannot be read: {innerException?.Message}", innerException)
    {
        StreamId = streamId;
        Sequence = sequence;
        Position = -1;
        Offset = -1;
    }

    /// <summary>The file, where one is known.</summary>
    public string? File { get; }

    /// <summary>The position in the file in bytes, or -1.</summary>
    public long Position { get; }

    /// <summary>The offset of the first event that cannot be read, or -1.</summary>
    public long Offset { get; }

    /// <summary>The stream, where one is known.</summary>
    public string? StreamId { get; }

    /// <summary>The event's sequence, where it is known.</summary>
    public long Sequence { get; } = -1;
}
