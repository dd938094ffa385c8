using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Testing;

/// <summary>What is different in a child process.</summary>
/// <param name="Name">The same in words.</param>
/// <param name="Culture">The culture to fold under; the invariant one when empty.</param>
/// <param name="Environment">The environment variables that make the difference.</param>
internal sealed record ChildVariant(string Name, string Culture, ImmutableArray<(string Name, string Value)> Environment)
{
    // Fourteen hours ahead; three and a half behind, with a summer time.
    private static readonly ImmutableArray<string> TimeZones = ["Pacific/Kiritimati", "America/St_Johns"];
    private static readonly ImmutableArray<string> Languages = ["sv-SE", "ar-SA"];
    private static readonly ImmutableArray<int> ProcessorCounts = [1, 16];

    /// <summary>The variants that can be had on this machine.</summary>
    internal static ImmutableArray<ChildVariant> Available(out ImmutableArray<string> notVaried)
    {
        var variants = ImmutableArray.CreateBuilder<ChildVariant>();
        variants.Add(new("another process", "", []));
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (string zone in TimeZones)
        {
            if (!OperatingSystem.IsWindows() && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            {
                variants.Add(new("a process in time zone " + zone, "", [("TZ", zone)]));
            }
            else
            {
                missing.Add($"time zone {zone}: " + (OperatingSystem.IsWindows() ? "Windows does not let a process have its own" : "this machine has no data of it"));
            }
        }

        foreach (string language in Languages)
        {
            if (FoldCultures.Find(language) is not null)
            {
                string locale = language.Replace('-', '_') + ".UTF-8";
                variants.Add(new("a process with language " + language, language, [("LANG", locale), ("LC_ALL", locale)]));
            }
        }

        foreach (int count in ProcessorCounts)
        {
            string text = count.ToString(CultureInfo.InvariantCulture);
            variants.Add(new($"a process with {text} processor{(count == 1 ? "" : "s")}", "", [("DOTNET_PROCESSOR_COUNT", text)]));
        }

        notVaried = missing.ToImmutable();
        return variants.ToImmutable();
    }
}
