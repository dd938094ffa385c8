using System.Diagnostics;
using System.Globalization;
using Daybook.CrashTesting;

namespace Daybook.Tests.Stores;

/// <summary>
/// Kills a writer over and over while it appends, saves snapshots, truncates, replaces and deletes. <c>DAYBOOK_KILLS</c> says how often for each
/// store; a hundred times unless it does.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int KillsPerStore = 25;

    private readonly Dictionary<(string Stream, long Sequence), (int Count, EventId Id)> _acknowledged = [];

    // How each owned stream was when its worker last heard of it, and how it is to be after what was under way.
    private readonly Dictionary<string, (OwnedState Before, OwnedState After)> _owned = new(StringComparer.Ordinal);
    private int _changes;

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task A_killed_writer_loses_nothing_that_it_acknowledged(string kind)
    {
        int kills = int.Parse(Environment.GetEnvironmentVariable("DAYBOOK_KILLS") ?? "100", CultureInfo.InvariantCulture);
        var random = new Random(20_250_101);
        int appends = 0;
        for (int kill = 0; kill < kills;)
        {
            _acknowledged.Clear();
            _owned.Clear();
            DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
            string place = Path.Combine(directory.FullName, "store");
            for (int i = 0; i < KillsPerStore && kill < kills; i++, kill++)
            {
                foreach (string line in (await RunAndKillAsync(kind, place, kill, random.Next(5, 80))).Split('\n')[..^1])
                {
                    Take(line.Split(' '));
                }

                await CheckAsync(kind, place);
            }

            appends += _acknowledged.Count;
            directory.Delete(recursive: true);
        }

        output.WriteLine($"{kind}: {kills} kills, {appends} acknowledged appends to shared streams, {_changes} acknowledged changes of owned ones");
        Assert.True(appends > kills / 2 && _changes > kills / 2);
    }

    private static async Task<string> RunAndKillAsync(string kind, string place, int seed, int milliseconds)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "CrashWriter.dll");
        var start = new ProcessStartInfo("dotnet", [program, kind, place, seed.ToString(CultureInfo.InvariantCulture), "mixed"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string? first = await process.StandardOutput.ReadLineAsync();
        Task<string> rest = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(milliseconds);
        Assert.False(process.HasExited, "the writer ended by itself");
        process.Kill();
        string said = await rest;
        await process.WaitForExitAsync();
        return first + "\n" + said;
    }

    private void Take(string[] parts)
    {
        switch (parts[0])
        {
            case "!":
                OwnedState before = _owned.TryGetValue(parts[1], out (OwnedState Before, OwnedState After) known) ? known.Before : OwnedState.Missing;
                _owned[parts[1]] = (before, new(parts[2], parts[3]));
                break;
            case "=":
                _owned[parts[1]] = (new(parts[2], parts[3]), new(parts[2], parts[3]));
                _changes++;
                break;
            default:
                _acknowledged.Add((parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)), (int.Parse(parts[2], CultureInfo.InvariantCulture), EventId.Parse(parts[3])));
                break;
        }
    }

    private async Task CheckAsync(string kind, string place)
    {
        await using IEventStore store = TestStores.Open(kind, place);
        long total = await CheckSharedAsync(store);
        foreach ((string id, (OwnedState before, OwnedState after)) in _owned.ToArray())
        {
            OwnedStream stream = await OwnedStream.FindAsync(store, id);
            Assert.Contains(stream.Digest.Events, (string[])[before.Events, after.Events]);
            Assert.Contains(stream.Digest.Snapshots, (string[])[before.Snapshots, after.Snapshots]);
            var found = new OwnedState(stream.Digest.Events, stream.Digest.Snapshots);
            _owned[id] = (found, found);
        }

        StreamListing listing = await store.ListStreamsAsync();
        Assert.Equal((await store.ReadFeedAsync(5000)).Count, listing.Streams.Sum(info => info.Count));
        Assert.Equal(total, listing.Streams.Where(info => info.StreamId.StartsWith("stream-", StringComparison.Ordinal)).Sum(info => info.Version));
    }

    private async Task<long> CheckSharedAsync(IEventStore store)
    {
        var streams = new Dictionary<string, List<(EventId Id, string Text)>>(StringComparer.Ordinal);
        for (int i = 0; i < 8; i++)
        {
            // Reading checks that sequences have no gaps.
            List<(EventId Id, string Text)> events = streams[$"stream-{i}"] = await store.ReadTextsAsync($"stream-{i}");
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

        foreach (((string stream, long sequence), (int count, EventId id)) in _acknowledged)
        {
            Assert.Equal(id, streams[stream][(int)sequence].Id);
            Assert.StartsWith($"0/{count} ", streams[stream][(int)sequence].Text, StringComparison.Ordinal);
        }

        return streams.Values.Sum(events => events.Count);
    }

    private sealed record OwnedState(string Events, string Snapshots)
    {
        internal static OwnedState Missing { get; } = new("0/0/00000000-0000-0000-0000-000000000000/e3b0c44298fc1c14", "0");
    }
}
