using System.Text;

namespace Daybook;

/// <summary>The rules for stream ids, the same in every store.</summary>
public static class StreamId
{
    /// <summary>The greatest length of an id in UTF-8 bytes.</summary>
    public const int MaxBytes = 512;

    // Streams of Daybook's own carry a user's stream id and more in theirs.
    internal const int MaxSystemBytes = 1024;

    internal const char SystemPrefix = '$';

    /// <summary>Refuses a text that no user's stream may have as its id.</summary>
    /// <param name="streamId">
    /// 1–512 UTF-8 bytes, well-formed, without control characters, not starting with <c>$</c>.
    /// </param>
    /// <exception cref="InvalidStreamIdException">The text is not such an id.</exception>
    public static void Validate(string? streamId)
    {
        if (Problem(streamId, MaxBytes) is { } problem)
        {
            throw new InvalidStreamIdException(streamId, problem);
        }

        if (streamId![0] == SystemPrefix)
        {
            throw new InvalidStreamIdException(streamId, "ids that start with '$' are Daybook's own");
        }
    }

    /// <summary>Refuses a text that no stream may have as its id, whether a user's or Daybook's own.</summary>
    /// <param name="streamId">The text.</param>
    /// <exception cref="InvalidStreamIdException">The text is no id.</exception>
    internal static void ValidateAny(string? streamId)
    {
        if (Problem(streamId, IsSystem(streamId) ? MaxSystemBytes : MaxBytes) is { } problem)
        {
            throw new InvalidStreamIdException(streamId, problem);
        }
    }

    internal static bool IsSystem(string? streamId) => streamId is ['$', ..];

    private static string? Problem(string? streamId, int maxBytes)
    {
        if (string.IsNullOrEmpty(streamId))
        {
            return "an id has at least one character";
        }

        // One character makes at most three bytes: short ids need no count.
        if (streamId.Length > maxBytes / 3 && Encoding.UTF8.GetByteCount(streamId) > maxBytes)
        {
            return $"an id has at most {maxBytes} UTF-8 bytes";
        }

        for (int i = 0; i < streamId.Length; i++)
        {
            char c = streamId[i];
            if (char.IsControl(c))
            {
                return $"the character U+{(int)c:X4} at {i} is a control character";
            }

            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == streamId.Length || !char.IsLowSurrogate(streamId[i + 1]))
                {
                    return $"the surrogate U+{(int)c:X4} at {i} stands alone";
                }

                i++;
            }
        }

        return null;
    }
}
