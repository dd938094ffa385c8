using System.Diagnostics;
using System.Globalization;
using Daybook.FeedTesting;
using Daybook.Stores;
using Trace = Daybook.FeedTesting.Trace;

namespace Daybook.Tests.Subscriptions;

/// <summary>Real processes over one file store, ended by <c>kill -9</c>.</summary>
public sealed class KillTests : IDisposable
{
    private const int Events = 100_000;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Every_event_is_handled_at_least_once_over_many_kills()
    {
        await FillAsync();
        List<long> offsets = await OffsetsAsync();
        var random = new Random(1);
        var handled = new HashSet<long>();
        int runs = 0, repeated = 0;
        bool isDone = false;
        while (!isDone)
        {
            List<string> lines = await RunAsync(++runs > 60 ? null : random.Next(1, 12_000), "handle");
            isDone = lines.Count > 0 && lines[^1] is "done";
            List<long> run = [.. lines.Where(line => line is not "done").Select(line => long.Parse(line, CultureInfo.InvariantCulture))];
            if (run.Count > 0)
            {
                // In order, without a gap, and not behind what was handled last.
                int start = offsets.BinarySearch(run[0]);
                Assert.True(start >= 0 && start <= handled.Count, $"run {runs} starts at {start} after {handled.Count}");
                Assert.Equal(offsets.Skip(start).Take(run.Count), run);
                repeated += run.Count(offset => !handled.Add(offset));
            }
        }

        Assert.Equal(Events, handled.Count);
        Assert.True(runs > 5, "hardly killed");
        // Checkpoints are 50 events apart; what stood between the last one and the kill comes again.
        Assert.InRange(repeated, 0, runs * 51);
        TestContext.Current.TestOutputHelper?.WriteLine($"{runs} runs, {repeated} events handled again");
    }

    [Fact]
    public async Task Views_hold_every_event_exactly_once_over_many_kills()
    {
        await FillAsync();
        var random = new Random(2);
        int kills = 0;
        while ((await RunAsync(kills > 60 ? null : random.Next(1, 12_000), "project")) is not [.., "done"])
        {
            kills++;
        }

        Assert.True(kills > 5, "hardly killed");
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills");
        await using var store = FileEventStore.Open(_directory, Worker.Options);
        (View<Trace> all, KeyedView<Trace> each) = Worker.Views(store);
        Assert.Equal(TestData.TraceOf(Enumerable.Range(0, Events).Select(number => (long)number)), (await all.GetAsync(TestContext.Current.CancellationToken)).State);
        await ViewChecks.CheckKeysAsync(store, each, TestContext.Current.CancellationToken);
        await all.DisposeAsync();
        await each.DisposeAsync();
    }

    [Fact]
    public async Task Readers_follow_a_writer_in_another_process()
    {
        const int Count = 100_000;
        using Process writer = Start("write", Count.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("open", await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        Task<List<string>>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => RunAsync(lines: null, "follow", Count.ToString(CultureInfo.InvariantCulture))))];

        // One that is killed in between, and begins anew: each enumeration has every event once.
        List<string> killed = await RunAsync(lines: 2000, "follow", Count.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(0, killed.Count).Select(number => number.ToString(CultureInfo.InvariantCulture)), killed);
        foreach (List<string> lines in await Task.WhenAll(readers))
        {
            Assert.Equal(Enumerable.Range(0, Count).Select(number => number.ToString(CultureInfo.InvariantCulture)), lines);
        }

        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, writer.ExitCode);
    }

    private async Task FillAsync()
    {
        await using var store = FileEventStore.Open(_directory, Worker.Options);
        await Worker.WriteAsync(store, first: 0, Events, seed: 7);
    }

    private async Task<List<long>> OffsetsAsync()
    {
        await using var store = FileEventStore.Open(_directory, Worker.Options with { ReadOnly = true });
        return await store.ReadAllEventsAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(envelope => envelope.Offset);
    }

    // Kills the program after so many lines; null lets it come to its end.
    private async Task<List<string>> RunAsync(int? lines, params string[] arguments)
    {
        using Process process = Start(arguments[0], arguments[1..]);
        var said = new List<string>();
        while (said.Count < (lines ?? int.MaxValue) && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
        }

        if (lines is not null)
        {
            process.Kill();
        }

        // What it had said before it was killed is still in the pipe; a line that was cut short was not said.
        string rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        said.AddRange(rest.Split('\n')[..^1]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }

    private Process Start(string role, params string[] more)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "FeedWorker.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, role, _directory, .. more]) { RedirectStandardOutput = true })!;
    }
}
