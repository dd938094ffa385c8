using System.Globalization;

namespace Daybook;

/// <summary>
/// One hash over the heads of all chained streams. Kept where nobody who can write to the store can change it, it shows later that what was
/// there then is there still: see <c>VerifyAsync</c>.
/// </summary>
/// <param name="Offset">Everything that the feed showed below this offset is covered.</param>
/// <param name="Streams">How many streams are covered.</param>
/// <param name="Hash">The hash over their heads.</param>
public sealed record StoreAnchor(long Offset, long Streams, ChainHash Hash)
{
    private const string Prefix = "daybook-anchor:1";

    /// <summary>Reads the text form.</summary>
    /// <param name="text">What <see cref="ToString"/> gave.</param>
    /// <returns>The anchor.</returns>
    /// <exception cref="FormatException">The text is no anchor.</exception>
    public static StoreAnchor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Trim().Split(':');
        return parts.Length == 5 && text.TrimStart().StartsWith(Prefix + ":", StringComparison.Ordinal)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out long offset)
            && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out long streams)
            ? new(offset, streams, ChainHash.Parse(parts[4]))
            : throw new FormatException($"An anchor looks like '{Prefix}:offset:streams:hash', not '{text}'.");
    }

    /// <summary>The text form: <c>daybook-anchor:1:</c>, offset, number of streams and hash, with colons between them.</summary>
    /// <returns>The text, one line of ASCII.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}:{Offset}:{Streams}:{Hash}");
}
