using System.Runtime.CompilerServices;
using System.Text;

namespace Daybook.MessagePack;

// Members that are declared as never null, and are null all the same, are refused before anything reaches a store.
public ref partial struct MessagePackWriter
{
    /// <summary>Writes a text as str.</summary>
    /// <param name="value">The text.</param>
    /// <param name="name">The expression that gave it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRequired(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Write(value.AsSpan());
    }

    /// <summary>Writes bytes as bin.</summary>
    /// <param name="value">The bytes.</param>
    /// <param name="name">The expression that gave them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void WriteRequired(byte[] value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Write(value);
    }

    /// <summary>Writes a URI as str.</summary>
    /// <param name="value">The URI.</param>
    /// <param name="name">The expression that gave it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void WriteRequired(Uri value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Write(value);
    }

    /// <summary>Writes a version as str.</summary>
    /// <param name="value">The version.</param>
    /// <param name="name">The expression that gave it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void WriteRequired(Version value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Write(value);
    }

    /// <summary>Writes a text as str.</summary>
    /// <param name="value">The text.</param>
    /// <param name="name">The expression that gave it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void WriteRequired(StringBuilder value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Write(value);
    }
}
