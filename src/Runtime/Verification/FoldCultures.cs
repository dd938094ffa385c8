using System.Collections.Immutable;
using System.Globalization;

namespace Daybook;

/// <summary>The cultures to fold under: each writes or compares something as others do not.</summary>
internal static class FoldCultures
{
    // Minus sign and decimal comma; the dotless i; decimal comma and points in thousands; the Islamic, Buddhist and Persian calendars.
    private static readonly ImmutableArray<string> Names = ["sv-SE", "tr-TR", "de-DE", "ar-SA", "th-TH", "fa-IR"];

    internal static IEnumerable<FoldVariant> Available(out ImmutableArray<string> notVaried)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        List<CultureInfo> found = [];
        foreach (string name in Names)
        {
            if (Find(name) is { } culture)
            {
                found.Add(culture);
            }
            else
            {
                missing.Add(name);
            }
        }

        CultureInfo current = CultureInfo.CurrentCulture;
        if (current.Name.Length > 0 && !found.Exists(culture => string.Equals(culture.Name, current.Name, StringComparison.Ordinal)))
        {
            found.Add(current);
        }

        notVaried = missing.Count == 0 ? [] : [$"cultures {string.Join(", ", missing)}: the process runs without their data (invariant globalization, or a small ICU)"];
        return found.Select(culture => new FoldVariant("culture " + culture.Name, culture));
    }

    /// <summary>Finds a culture; null where this process has only the invariant one's data for it.</summary>
    internal static CultureInfo? Find(string name)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
            bool isReal = !string.Equals(culture.NumberFormat.NumberDecimalSeparator, ".", StringComparison.Ordinal) || culture.Calendar is not GregorianCalendar;
            return isReal ? culture : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
