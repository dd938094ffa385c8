using System.Diagnostics;
using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class KillTests
{
    private const int Kills = 200;
    private const int KillsPerStore = 25;

    [Fact]
    public async Task A_killed_writer_loses_nothing_that_it_acknowledged()
    {
        var random = new Random(20_250_101);
        int acknowledged = 0;
        for (int store = 0; store < Kills / KillsPerStore; store++)
        {
            using var directory = new TestDirectory();
            var known = new Dictionary<(string Stream, long Sequence), (int Count, EventId Id)>();
            for (int kill = 0; kill < KillsPerStore; kill++)
            {
                string output = await RunAndKillAsync(directory.Store, (store * 1000) + kill, random.Next(5, 80));
                foreach (string line in output.Split('\n')[..^1])
                {
                    string[] parts = line.Split(' ');
                    known.Add((parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)), (int.Parse(parts[2], CultureInfo.InvariantCulture), EventId.Parse(parts[3])));
                }

                await CheckAsync(directory.Store, known);
            }

            acknowledged += known.Count;
        }

        Assert.True(acknowledged > 1000, $"only {acknowledged}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged} acknowledged appends over {Kills} kills");
    }

    private static async Task<string> RunAndKillAsync(string directory, int seed, int milliseconds)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "CrashWriter.dll");
        var start = new ProcessStartInfo("dotnet", [program, "file", directory, seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string? first = await process.StandardOutput.ReadLineAsync();
        Task<string> rest = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(milliseconds);
        Assert.False(process.HasExited, "the writer ended by itself");
        process.Kill();
        string output = await rest;
        await process.WaitForExitAsync();
        return first + "\n" + output;
    }

    private static async Task CheckAsync(string directory, Dictionary<(string Stream, long Sequence), (int Count, EventId Id)> known)
    {
        await using var store = FileEventStore.Open(directory, new() { SegmentSize = 64 * 1024 });
        var streams = new Dictionary<string, List<(EventId Id, string Text)>>(StringComparer.Ordinal);
        int total = 0;
        for (int i = 0; i < 8; i++)
        {
            string stream = $"stream-{i}";
            // Reading checks that sequences have no gaps.
            List<(EventId Id, string Text)> events = streams[stream] = await store.ReadTextsAsync(stream);
            total += events.Count;
            for (int at = 0; at < events.Count;)
            {
                // Each text says "index/count": a batch is there as a whole.
                int count = int.Parse(events[at].Text.Split(' ')[0].Split('/')[1], CultureInfo.InvariantCulture);
                for (int part = 0; part < count; part++, at++)
                {
                    Assert.StartsWith($"{part}/{count} ", events[at].Text, StringComparison.Ordinal);
                }
            }
        }

        foreach (((string stream, long sequence), (int count, EventId id)) in known)
        {
            Assert.Equal(id, streams[stream][(int)sequence].Id);
            Assert.StartsWith($"0/{count} ", streams[stream][(int)sequence].Text, StringComparison.Ordinal);
        }

        Assert.Equal(total, (await store.ReadFeedAsync(5000)).Count);
    }
}
