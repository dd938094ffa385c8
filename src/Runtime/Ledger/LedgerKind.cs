namespace Daybook;

/// <summary>What kinds of ledger events are called, such as <c>agent.spoke</c>.</summary>
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

        int words = 1;
        for (int i = 1; i < kind.Length; i++)
        {
            bool isDot = kind[i] == '.';
            words += isDot ? 1 : 0;
            bool isAllowed = isDot ? kind[i - 1] != '.' && i + 1 < kind.Length : char.IsAsciiLetterLower(kind[i]) || char.IsAsciiDigit(kind[i]);
            if (!isAllowed)
            {
                return false;
            }
        }

        return words > 1;
    }
}
