namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Reads formats of several values: <c>"{0:O} costs {1}"</c>.</summary>
internal static class CompositeFormats
{
    /// <summary>The format of each value that occurs, in the order of the text.</summary>
    public static IEnumerable<(int Index, string? Format)> Read(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '{' || (i + 1 < text.Length && text[i + 1] == '{'))
            {
                // Two braces mean one of the text.
                i += text[i] == '{' ? 1 : 0;
                continue;
            }

            int end = text.IndexOf('}', i);
            if (end < 0)
            {
                yield break;
            }

            string item = text.Substring(i + 1, end - i - 1);
            int colon = item.IndexOf(':');
            string place = (colon < 0 ? item : item.Substring(0, colon)).Split(',')[0].Trim();
            if (int.TryParse(place, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index))
            {
                yield return (index, colon < 0 ? null : item.Substring(colon + 1));
            }

            i = end;
        }
    }
}
