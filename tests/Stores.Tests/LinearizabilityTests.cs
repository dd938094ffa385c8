using System.Globalization;
using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>
/// Clients at once on every store, over a line that breaks. <c>DAYBOOK_LINEARIZABILITY_MINUTES</c> says how long to try each
/// store; a few rounds unless it does.
/// </summary>
public sealed class LinearizabilityTests(ITestOutputHelper output)
{
    // What no correct run comes near, and enough to find each bug many times over.
    private const int RoundsToFindABug = 300;

    // Six clients in three processes, this one among them.
    private const int Processes = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_memory_store_explains_all_its_answers(bool chained)
    {
        await using IEventStore store = EventStores.Memory(new() { Chained = chained });
        await RunAsync([store]);
    }

    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(16 * 1024 * 1024)]
    public async Task The_file_store_explains_all_its_answers(int segmentSize)
    {
        await using var fixture = new FileStoreFixture(new() { SegmentSize = segmentSize, Chained = true });
        await using IEventStore store = await fixture.OpenAsync();
        await RunAsync([store]);
    }

    [Fact]
    public async Task The_file_store_explains_its_answers_to_readers_that_follow_it_too()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
        await using (IEventStore store = EventStores.File(directory.FullName))
        {
            await using IEventStore reader = EventStores.File(directory.FullName, new() { ReadOnly = true });
            await RunAsync([store, reader]);
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task The_SQLite_store_explains_all_its_answers()
    {
        await using var fixture = new SqliteStoreFixture(new() { Chained = true });
        await using IEventStore store = await fixture.OpenAsync();
        await RunAsync([store]);
    }

    [Fact]
    public async Task SQLite_stores_that_write_to_one_file_explain_all_their_answers()
    {
        await using var fixture = new SqliteStoreFixture(new());
        await using IEventStore first = await fixture.OpenAsync();
        await using IEventStore second = await fixture.OpenAsync();
        await RunAsync([first, second]);
    }

    [Fact]
    public async Task Processes_that_write_to_one_SQLite_file_explain_all_their_answers()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
        string database = Path.Combine(directory.FullName, "store.db");
        await using (IEventStore store = SqliteEventStores.Open(database))
        {
            LinearizabilityOptions options = Options();
            LinearizabilityOptions each = options with { Clients = options.Clients / Processes };
            using var own = new LinearizabilityPart([store], each);
            WorkerProcess[] others = [.. Enumerable.Range(1, Processes - 1).Select(i => new WorkerProcess(database, each, firstClient: i * each.Clients))];
            try
            {
                Check(await LinearizabilityRun.RunAsync(store, [own, .. others], options, Token), options);
            }
            finally
            {
                others.ToList().ForEach(other => other.Dispose());
            }
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_composite_store_explains_all_its_answers()
    {
        await using IEventStore store = EventStores.Composite(EventStores.Memory(), [EventStores.Memory()]);
        await RunAsync([store]);
    }

    [Fact]
    public async Task A_small_store_without_a_bug_passes()
    {
        await using var store = new BuggyStore(Bug.None);
        LinearizabilityReport report = await LinearizabilityRun.RunAsync([store], new() { Rounds = 50 }, Token);
        output.WriteLine(report.ToString());
        Assert.Equal(50, report.Rounds);
    }

    [Theory]
    [InlineData(Bug.LosesWrites, "no order of its calls")]
    [InlineData(Bug.WritesTwice, "no order of its calls")]
    [InlineData(Bug.ReadsOld, "no order of its calls")]
    [InlineData(Bug.Reorders, "no order of its calls")]
    [InlineData(Bug.ChecksThenWrites, "no order of its calls")]
    [InlineData(Bug.SaysWrongSequences, "no order of its calls")]
    [InlineData(Bug.ShowsHalves, "no order of its calls")]
    [InlineData(Bug.FeedSkips, "missed")]
    [InlineData(Bug.OffsetsFall, "had been acknowledged before")]
    [InlineData(Bug.KeepsDeleted, "no order of its calls")]
    public async Task A_bug_is_found(Bug bug, string how)
    {
        await using var store = new BuggyStore(bug);
        var exception = await Assert.ThrowsAsync<ComplianceException>(() => LinearizabilityRun.RunAsync([store], new() { Rounds = RoundsToFindABug }, Token));
        output.WriteLine(exception.Message);
        Assert.Contains(how, exception.Message, StringComparison.Ordinal);
    }

    private async Task RunAsync(IReadOnlyList<IEventStore> stores)
    {
        LinearizabilityOptions options = Options();
        Check(await LinearizabilityRun.RunAsync(stores, options, Token), options);
    }

    private static LinearizabilityOptions Options()
    {
        double minutes = double.Parse(Environment.GetEnvironmentVariable("DAYBOOK_LINEARIZABILITY_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        return new() { Duration = TimeSpan.FromMinutes(minutes), Seed = minutes > 0 ? Environment.TickCount : 1 };
    }

    private void Check(LinearizabilityReport report, LinearizabilityOptions options)
    {
        output.WriteLine(report.ToString());
        Assert.True(report.Rounds >= options.Rounds);
        Assert.True(report.Undecided <= report.Rounds / 100);
    }
}
