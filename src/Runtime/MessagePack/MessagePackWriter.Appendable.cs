namespace Daybook.MessagePack;

public ref partial struct MessagePackWriter
{
    /// <summary>Writes a text as str. UTF-8; a lone surrogate as its three WTF-8 bytes.</summary>
    /// <param name="value">The text.</param>
    public void Write(AppendableText value) => Write(value.Span);
}
