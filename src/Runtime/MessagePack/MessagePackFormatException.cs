namespace Daybook.MessagePack;

/// <summary>Bytes are not the MessagePack that was asked for: malformed, too short, too deep, or of another type or range.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">Index, in bytes from the start of the span that is read, of the value that is wrong.</param>
/// <param name="innerException">The exception that led to this one, if any.</param>
public sealed class MessagePackFormatException(string message, int position, Exception? innerException = null)
    : DaybookException($"{message} (at byte {position})", innerException)
{
    /// <summary>Index, in bytes from the start of the span that is read, of the value that is wrong.</summary>
    public int Position { get; } = position;
}
