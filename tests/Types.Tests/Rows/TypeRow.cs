namespace Daybook.Types.Tests;

/// <summary>A row of docs/types.md.</summary>
/// <param name="type">The type as C# writes it.</param>
public abstract class TypeRow(string type)
{
    public string Type { get; } = type;

    /// <summary>Checks the row with the code that is generated for it.</summary>
    /// <exception cref="TypeRowException">Something is not as the row says.</exception>
    public abstract void Check();

    /// <summary>The payload of each sample at every place.</summary>
    public abstract IEnumerable<byte[]> Payloads { get; }

    /// <summary>Reads a payload of any bytes with the code that is generated for the row.</summary>
    public abstract void Read(ReadOnlySpan<byte> payload);
}
