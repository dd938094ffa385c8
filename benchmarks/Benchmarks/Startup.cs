using System.Diagnostics;
using System.Globalization;

namespace Daybook.Benchmarks;

/// <summary>How long two native programs take from start to end (B13): medians over many starts, taken in turns.</summary>
internal static class Startup
{
    private const int Starts = 300;

    internal static void Print(string floor, string program)
    {
        var floorTimes = new List<double>();
        var programTimes = new List<double>();
        for (int i = 0; i < Starts; i++)
        {
            floorTimes.Add(Run(floor));
            programTimes.Add(Run(program));
        }

        double floorMedian = Median(floorTimes);
        double programMedian = Median(programTimes);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"B13 start to end: empty program {floorMedian:F2} ms, memory store {programMedian:F2} ms, ratio {programMedian / floorMedian:F2}; sizes {new FileInfo(floor).Length} and {new FileInfo(program).Length} bytes"));
    }

    private static double Run(string program)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
