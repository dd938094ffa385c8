using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Tests.Agents.Texts;

/// <summary>Every function of <c>sqlalchemy_ledger.py</c>, as it is written here; each test bears its name.</summary>
public sealed class SqlAlchemyLedgerTexts : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;
    private readonly EventStoreRegistry _registry = new EventStoreRegistry().AddSqlite();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Url => $"sqlite:{_directory}/ledger.db";

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("memory:")]
    [InlineData("file:{0}/ledger")]
    [InlineData("sqlite:{0}/ledger.db")]
    public async Task Normalise_url(string url)
    {
        // One text says which store; an ordinary path is said with its scheme.
        await using Ledger ledger = await Ledger.OpenAsync(url.Replace("{0}", _directory, StringComparison.Ordinal), LedgerFallback.None, _registry, Stop);
        Assert.Empty(await ledger.GetRunsAsync(Stop));
    }

    [Fact]
    public async Task Init()
    {
        // Tables are made where there are none, and nothing is loaded.
        await using Ledger ledger = await OpenAsync();
        Assert.True(File.Exists($"{_directory}/ledger.db"));
        Assert.Null(await ledger.GetLastAsync(Stop));
    }

    [Fact]
    public async Task Append()
    {
        await using Ledger ledger = await OpenAsync();
        var e = new LedgerEvent { RunId = "r", Turn = 1, Kind = "agent.spoke", Actor = "ada", Payload = Json("""{"text":"hi"}"""), ModelProfile = "fast", ModelId = "m-1", SessionId = "s" };
        Assert.False((await ledger.AppendAsync(e, cancellationToken: Stop)).WasRepeated);
        Assert.True((await ledger.AppendAsync(e, cancellationToken: Stop)).WasRepeated);
        LedgerEvent read = Assert.Single(await ReadAsync(ledger.ReadRunAsync("r", Stop))).Event;
        Assert.Equal(("r", 1, "agent.spoke", "ada", "fast", "m-1", "s", 1), (read.RunId, read.Turn, read.Kind, read.Actor, read.ModelProfile, read.ModelId, read.SessionId, read.SchemaVersion));

        // What is no duplicate is never taken for one.
        _ = await Assert.ThrowsAsync<DuplicateEventException>(async () => await ledger.AppendAsync(e with { Payload = Json("""{"text":"other"}""") }, cancellationToken: Stop));
        _ = await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.AppendAsync(e with { Kind = "a.b\n" }, cancellationToken: Stop));
    }

    [Fact]
    public async Task Events_and_extend()
    {
        await using Ledger ledger = await OpenAsync();
        await ledger.ExtendAsync([Event("r", 0), Event("r", 1), Event("s", 0)], Stop);
        Assert.Equal([("r", 0), ("r", 1), ("s", 0)], (await ReadAsync(ledger.ReadAsync(Stop))).Select(entry => (entry.Event.RunId, entry.Event.Turn)));
    }

    [Fact]
    public async Task Reset()
    {
        await using Ledger ledger = await OpenAsync();
        await ledger.ExtendAsync([Event("r", 0), Event("s", 0)], Stop);
        Assert.True(await ledger.ResetAsync("r", Stop));
        Assert.Equal(["s"], (await ledger.GetRunsAsync(Stop)).Select(run => run.RunId));
        await ledger.ResetAllAsync(Stop);
        Assert.Empty(await ledger.GetRunsAsync(Stop));
    }

    [Fact]
    public async Task Snapshot_to_and_from_file()
    {
        await using Ledger ledger = await OpenAsync();
        await ledger.ExtendAsync([Event("r", 0), Event("r", 1)], Stop);
        _ = await ledger.SnapshotToAsync($"file:{_directory}/snapshot", _registry, Stop);
        await using Ledger copy = await Ledger.OpenAsync($"file:{_directory}/snapshot", LedgerFallback.None, _registry, Stop);
        Assert.Equal(
            (await ReadAsync(ledger.ReadAsync(Stop))).Select(entry => entry.Event.Id),
            (await ReadAsync(copy.ReadAsync(Stop))).Select(entry => entry.Event.Id));
    }

    [Fact]
    public async Task Tail_and_latest_offset()
    {
        await using Ledger ledger = await OpenAsync();
        await ledger.ExtendAsync([Event("r", 0), Event("r", 1)], Stop);
        LedgerPage first = await ledger.TailAsync(cancellationToken: Stop);
        Assert.Equal(2, first.Entries.Length);
        Assert.Equal(await ledger.GetEndAsync(Stop), first.Next);

        // Another writer, and what it appends between the two calls is not lost.
        await using (Ledger other = await OpenAsync())
        {
            _ = await other.AppendAsync(Event("r", 2), cancellationToken: Stop);
        }

        Assert.Equal(2, Assert.Single((await ledger.TailAsync(first.Next, cancellationToken: Stop)).Entries).Event.Turn);
    }

    [Fact]
    public async Task Events_for_run_and_runs()
    {
        await using Ledger ledger = await OpenAsync();
        await ledger.ExtendAsync([Event("z", 0), Event("a", 0), Event("z", 1)], Stop);
        Assert.Equal([0, 1], (await ReadAsync(ledger.ReadRunAsync("z", Stop))).Select(entry => entry.Event.Turn));
        Assert.Empty(await ReadAsync(ledger.ReadRunAsync("nobody", Stop)));
        Assert.Equal(["z", "a"], (await ledger.GetRunsAsync(Stop)).Select(run => run.RunId));
    }

    [Fact]
    public async Task Close()
    {
        Ledger ledger = await OpenAsync();
        await ledger.DisposeAsync();
        _ = await Assert.ThrowsAsync<ObjectDisposedException>(async () => await ledger.GetLastAsync(Stop));
    }

    [Fact]
    public async Task Row_to_event_and_aware()
    {
        // A time is an instant: its offset is taken into account, and it comes back as UTC.
        await using Ledger ledger = await OpenAsync();
        _ = await ledger.AppendAsync(Event("r", 0) with { CreatedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)) }, cancellationToken: Stop);
        DateTimeOffset? read = (await ledger.GetLastAsync(Stop))!.Event.CreatedAt;
        Assert.Equal((new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero), (read!.Value, read.Value.Offset));
    }

    private static LedgerEvent Event(string runId, int turn) => new() { RunId = runId, Turn = turn, Kind = "agent.spoke", Actor = "ada" };

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static async Task<ImmutableArray<LedgerEntry>> ReadAsync(IAsyncEnumerable<LedgerEntry> entries)
    {
        var list = ImmutableArray.CreateBuilder<LedgerEntry>();
        await foreach (LedgerEntry entry in entries)
        {
            list.Add(entry);
        }

        return list.ToImmutable();
    }

    private ValueTask<Ledger> OpenAsync() => Ledger.OpenAsync(Url, LedgerFallback.None, _registry, Stop);
}
