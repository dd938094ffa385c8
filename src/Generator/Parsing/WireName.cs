namespace Daybook.Generator.Parsing;

/// <summary>The rule for names of events and states: ASCII letters and digits in words joined by <c>.</c>, <c>-</c> or <c>_</c>.</summary>
internal static class WireName
{
    private const int MaxLength = 200;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength
        && name.Split('.', '-', '_').All(word => word.Length > 0 && word.All(IsLetterOrDigit));

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
