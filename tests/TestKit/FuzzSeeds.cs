using System.Diagnostics;
using System.Globalization;

namespace Daybook.Tests;

/// <summary>
/// The seeds of a test that tries random input: always the same ones, and behind them others for as many minutes as
/// <c>DAYBOOK_FUZZ_MINUTES</c> says. A failure names its seed.
/// </summary>
internal static class FuzzSeeds
{
    internal static IEnumerable<int> Of(int count)
    {
        for (int seed = 0; seed < count; seed++)
        {
            yield return seed;
        }

        if (!double.TryParse(Environment.GetEnvironmentVariable("DAYBOOK_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out double minutes))
        {
            yield break;
        }

        var watch = Stopwatch.StartNew();
        for (int seed = Random.Shared.Next(count, int.MaxValue / 2); watch.Elapsed.TotalMinutes < minutes; seed++)
        {
            yield return seed;
        }
    }
}
