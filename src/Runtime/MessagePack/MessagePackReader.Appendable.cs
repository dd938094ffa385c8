namespace Daybook.MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>Reads str.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next (nil too), or bytes that are neither UTF-8 nor WTF-8.</exception>
    public AppendableText ReadAppendableText() => ReadRequiredString();
}
