namespace Daybook.MessagePack;

/// <summary>A value is nested deeper than a reader would accept, so it is refused before it is written.</summary>
/// <param name="message">What is wrong.</param>
public sealed class MessagePackDepthException(string message) : DaybookException(message);
