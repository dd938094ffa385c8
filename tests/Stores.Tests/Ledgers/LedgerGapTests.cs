using Daybook.Stores;

namespace Daybook.Tests.Stores.Ledgers;

/// <summary>Events that a ledger cannot show do not keep it from showing the others.</summary>
public sealed class LedgerGapTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;
    private readonly EventStoreRegistry _registry = new EventStoreRegistry().AddSqlite();

    public static TheoryData<string> Stores => ["memory:", "file:{0}/log", "sqlite:{0}/log.db"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Redacted_events_are_left_out_of_every_read(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        await ledger.ExtendAsync([.. Enumerable.Range(0, 6).Select(static turn => Event("r", turn))], Stop);
        foreach (long sequence in (long[])[0, 2, 3, 5])
        {
            Assert.True(await ledger.Store.RedactAsync("run/r", sequence, "erasure", cancellationToken: Stop));
        }

        Assert.Equal([1, 4], await TurnsAsync(ledger.ReadAsync(Stop)));
        Assert.Equal([1, 4], await TurnsAsync(ledger.ReadRunAsync("r", Stop)));
        Assert.Equal(4, (await ledger.GetLastAsync(Stop))!.Event.Turn);
        Assert.Equal("r", Assert.Single(await ledger.GetRunsAsync(Stop)).RunId);

        // One event at a time: a page that would be empty is not the end.
        var turns = new List<int>();
        LedgerPage page = await ledger.TailAsync(0, 1, Stop);
        for (; !page.Entries.IsEmpty; page = await ledger.TailAsync(page.Next, 1, Stop))
        {
            turns.Add(Assert.Single(page.Entries).Event.Turn);
        }

        Assert.Equal([1, 4], turns);
        _ = await ledger.AppendAsync(Event("r", 6), cancellationToken: Stop);
        Assert.Equal(6, Assert.Single((await ledger.TailAsync(page.Next, 1, Stop)).Entries).Event.Turn);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Events_of_others_are_left_out_and_left_alone(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        _ = await ledger.AppendAsync(Event("r", 0), cancellationToken: Stop);
        await AppendNoteAsync("run/r");
        await AppendNoteAsync("run/theirs");
        Assert.Equal([0], await TurnsAsync(ledger.ReadAsync(Stop)));
        Assert.Equal([0], await TurnsAsync(ledger.ReadRunAsync("r", Stop)));
        Assert.Empty(await TurnsAsync(ledger.ReadRunAsync("theirs", Stop)));
        Assert.Equal("r", (await ledger.GetLastAsync(Stop))!.Event.RunId);
        Assert.Equal("r", Assert.Single(await ledger.GetRunsAsync(Stop)).RunId);
        await ledger.ResetAllAsync(Stop);
        Assert.NotNull(await ledger.Store.GetStreamInfoAsync("run/theirs", Stop));

        async Task AppendNoteAsync(string streamId)
        {
            using var batch = new AppendBatch();
            batch.Start(streamId, "notes");
            int start = batch.Buffer.Length;
            batch.Buffer.GetSpan(1)[0] = 0x90;
            batch.Buffer.Advance(1);
            batch.Add(new("event note.taken@1 ()"), new(Guid.CreateVersion7()), Notes.Start, null, start);
            _ = await ledger.Store.AppendAsync(batch, Stop);
        }
    }

    private static LedgerEvent Event(string runId, int turn) => new() { RunId = runId, Turn = turn, Kind = "agent.spoke", Actor = "ada" };

    private static async Task<List<int>> TurnsAsync(IAsyncEnumerable<LedgerEntry> entries)
    {
        var turns = new List<int>();
        await foreach (LedgerEntry entry in entries)
        {
            turns.Add(entry.Event.Turn);
        }

        return turns;
    }

    private ValueTask<Ledger> OpenAsync(string place) => Ledger.OpenAsync(place.Replace("{0}", _directory, StringComparison.Ordinal), LedgerFallback.None, _registry, Stop);
}
