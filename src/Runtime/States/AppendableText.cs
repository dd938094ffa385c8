using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>
/// A text for states that grow token by token: appending costs what is appended, not what is there (amortised), and every older version stays
/// valid. Versions share one buffer; only an append to a version that was appended to before copies. Safe for concurrent use; default is empty.
/// </summary>
/// <remarks>A version keeps the whole shared buffer alive. On the wire and in schemas it is a <c>string</c>.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct AppendableText : IEquatable<AppendableText>
{
    private readonly SharedTail<char>? tail;

    /// <summary>Copies a text.</summary>
    /// <param name="text">The text; may be empty.</param>
    public AppendableText(ReadOnlySpan<char> text) => this = default(AppendableText).Append(text);

    private AppendableText(SharedTail<char>? tail, int length)
    {
        this.tail = tail;
        Length = length;
    }

    /// <summary>Length in chars.</summary>
    public int Length { get; }

    /// <summary>Whether there is no char.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The chars; they never change.</summary>
    public ReadOnlySpan<char> Span => tail is null ? default : tail.First(Length);

    /// <summary>One char.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> - 1.</param>
    /// <returns>The char there.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such char.</exception>
    public char this[int index] => Span[index];

    /// <summary>Copies a string; null is taken as empty.</summary>
    /// <param name="text">The string; may be null.</param>
    public static implicit operator AppendableText(string? text) => new(text);

    /// <summary>Same as <see cref="Append(ReadOnlySpan{char})"/>.</summary>
    /// <param name="text">The version to append to.</param>
    /// <param name="more">What to append; null is taken as empty.</param>
    /// <returns>The new version.</returns>
    public static AppendableText operator +(AppendableText text, string? more) => text.Append(more);

    /// <summary>Whether both have the same chars.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The same as <see cref="Equals(AppendableText)"/>.</returns>
    public static bool operator ==(AppendableText left, AppendableText right) => left.Equals(right);

    /// <summary>Whether they differ in a char.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The opposite of <see cref="Equals(AppendableText)"/>.</returns>
    public static bool operator !=(AppendableText left, AppendableText right) => !left.Equals(right);

    /// <summary>Makes a version with more chars at its end; this version stays as it is.</summary>
    /// <param name="text">What to append; it is copied.</param>
    /// <returns>The new version.</returns>
    public AppendableText Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return this;
        }

        var target = SharedTail<char>.Claim(tail, Length, text.Length);
        text.CopyTo(target.Items.AsSpan(Length));
        return new(target, Length + text.Length);
    }

    /// <inheritdoc cref="Append(ReadOnlySpan{char})"/>
    public AppendableText Append(string? text) => Append(text.AsSpan());

    /// <inheritdoc cref="Append(ReadOnlySpan{char})"/>
    public AppendableText Append(AppendableText text) => Append(text.Span);

    /// <inheritdoc cref="Append(ReadOnlySpan{char})"/>
    public AppendableText Append(char text) => Append(new ReadOnlySpan<char>(in text));

    /// <summary>Whether both have the same chars. Versions of one buffer are compared by length alone.</summary>
    /// <param name="other">The other text.</param>
    /// <returns>Whether they are equal, ordinally.</returns>
    public bool Equals(AppendableText other)
        => Length == other.Length && (ReferenceEquals(tail, other.tail) || Span.SequenceEqual(other.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AppendableText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Span, StringComparison.Ordinal);

    /// <summary>Copies the chars into a string.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Span.ToString();
}
