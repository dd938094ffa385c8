using System.Diagnostics;
using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

/// <summary>Several processes write one database, and are killed while they do.</summary>
public sealed class ProcessTests
{
    private const int Rounds = 20;
    private const int Writers = 3;
    private static readonly string Writer = Path.Combine(AppContext.BaseDirectory, "CrashWriter.dll");
    private readonly Dictionary<(string Stream, long Sequence), (int Count, EventId Id)> _known = [];

    [Fact]
    public async Task Killed_writers_lose_nothing_that_they_acknowledged()
    {
        using var database = new TestDatabase();
        var random = new Random(20_250_102);
        for (int round = 0; round < Rounds; round++)
        {
            int seed = round * 10;
            string[] outputs = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => RunAndKillAsync(database.Path, seed + writer, random.Next(50, 400))));
            outputs.ToList().ForEach(Note);
            await CheckAsync(database, readOnly: round % 2 == 0);
        }

        Assert.True(_known.Count > 500, $"only {_known.Count}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{_known.Count} acknowledged appends of {Writers} processes over {Rounds} kills of each");
    }

    [Fact]
    public async Task A_write_that_fails_faults_the_store_and_loses_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit of a file's size is set in a shell of Linux.");
        using var database = new TestDatabase();

        // Beyond the limit a write fails, as on a broken disk. The runtime itself makes a large file unless told otherwise.
        string command = $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 1000; exec dotnet '{Writer}' sqlite '{database.Path}' 1";
        (int exitCode, string output, string errors) = await Tests.Command.RunAsync("bash", ["-c", command]);
        Assert.NotEqual(0, exitCode);

        // It has ended, so all of its four workers were refused.
        Assert.Contains("StoreFaultedException", errors, StringComparison.Ordinal);
        Note(output);
        Assert.True(_known.Count > 10, $"only {_known.Count}");
        await CheckAsync(database, readOnly: false);
    }

    [Fact]
    public async Task A_store_follows_and_writes_beside_another_process()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open(new() { PollInterval = TimeSpan.FromMilliseconds(10) });
        using Process process = Start(database.Path, 1);
        long next = 0;
        int own = 0;
        int appended = 0;
        int others = 0;
        try
        {
            while (others < 200)
            {
                await store.WaitForFeedAsync(next, TestContext.Current.CancellationToken);
                bool isLast;
                using (var page = await store.ReadFeedAsync(next, 1000))
                {
                    isLast = page.Count < 1000;
                    foreach (ref readonly var recorded in page.Events)
                    {
                        // Every offset is there at once and for good: nothing appears below what was read.
                        Assert.Equal(next, recorded.Offset);
                        next++;
                        own += recorded.StreamId == "own" ? 1 : 0;
                        others += recorded.StreamId == "own" ? 0 : 1;
                    }
                }

                // What this store has appended itself, it reads at once.
                Assert.InRange(own, isLast ? appended : 0, appended);
                Assert.Equal(appended++, (await store.AppendTextAsync("own", "text")).FirstSequence);
            }
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    private void Note(string output)
    {
        foreach (string line in output.Split('\n')[..^1])
        {
            string[] parts = line.Split(' ');
            _known.Add((parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)), (int.Parse(parts[2], CultureInfo.InvariantCulture), EventId.Parse(parts[3])));
        }
    }

    private static Process Start(string path, int seed) =>
        Process.Start(new ProcessStartInfo("dotnet", [Writer, "sqlite", path, seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;

    private static async Task<string> RunAndKillAsync(string path, int seed, int milliseconds)
    {
        using Process process = Start(path, seed);
        string? first = await process.StandardOutput.ReadLineAsync();
        Task<string> rest = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(milliseconds);
        Assert.False(process.HasExited, "the writer ended by itself");
        process.Kill();
        string output = await rest;
        await process.WaitForExitAsync();
        return first + "\n" + output;
    }

    private async Task CheckAsync(TestDatabase database, bool readOnly)
    {
        await using SqliteEventStore store = database.Open(new() { ReadOnly = readOnly });
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

        foreach (((string stream, long sequence), (int count, EventId id)) in _known)
        {
            Assert.Equal(id, streams[stream][(int)sequence].Id);
            Assert.StartsWith($"0/{count} ", streams[stream][(int)sequence].Text, StringComparison.Ordinal);
        }

        Assert.Equal(total, (await store.ReadFeedAsync(5000)).Count);
    }
}
