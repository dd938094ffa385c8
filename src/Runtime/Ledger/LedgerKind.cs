namespace Daybook;

/// <summary>What kinds of ledger events are called: <c>agent.spoke</c>, at least two words of lower-case letters and digits, each beginning with a letter in the first place.</summary>
public static class LedgerKind
{
    /// <summary>Whether a text names a kind: words of <c>a–z</c> and <c>0–9</c> joined by dots, at least two, the first one beginning with a letter.</summary>
    /// <param name="kind">The text.</param>
    /// <returns>True when it does.</returns>
    public static bool IsValid(string? kind)
    {
        const int MaxLength = 200;
        if (kind is null || kind.Length > MaxLength || !char.IsAsciiLetterLower(kind.FirstOrDefault()))
        {
            return false;
        }

        int words = 0;
        foreach (Range word in kind.AsSpan().Split('.'))
        {
            words++;
            if (kind.AsSpan(word).IsEmpty || kind.AsSpan(word).ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789"))
            {
                return false;
            }
        }

        return words > 1;
    }
}
