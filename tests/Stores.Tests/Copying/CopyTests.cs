using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Stores.Copying;

public sealed class CopyTests : IAsyncDisposable
{
    private readonly IEventStore _source = EventStores.Memory(new() { Chained = true });
    private readonly IEventStore _target = EventStores.Memory();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _target.DisposeAsync();
    }

    [Fact]
    public async Task A_copy_has_everything_in_the_same_order()
    {
        await FillAsync();
        CopyReport report = await _source.CopyToAsync(_target, cancellationToken: Stop);
        Assert.Equal(new CopyReport(3, 1206, []), report with { LeftOut = [] });
        await AssertSameAsync();
        Assert.Equal(await _source.FeedLinesAsync(), await _target.FeedLinesAsync());
    }

    [Fact]
    public async Task Truncated_beginnings_incarnations_and_hashes_come_along()
    {
        await FillAsync();
        _ = await _source.TruncateStreamAsync("a", 70, Stop);
        _ = await _source.CopyToAsync(_target, cancellationToken: Stop);
        await AssertSameAsync();
        Assert.Equal(70, (await _target.GetStreamInfoAsync("a", Stop))!.FirstSequence);

        // The copied stream goes on like the original.
        _ = await _source.NoteAsync("a", 9000);
        _ = await _target.NoteAsync("a", 9000);
        await AssertSameAsync();
    }

    [Fact]
    public async Task A_copy_made_again_writes_only_what_is_new()
    {
        await FillAsync();
        _ = await _source.CopyToAsync(_target, cancellationToken: Stop);
        Assert.Equal(0, (await _source.CopyToAsync(_target, cancellationToken: Stop)).Events);
        _ = await _source.NoteAsync("a", 5000, 3);
        _ = await _source.NoteAsync("d", 0, 2);
        Assert.Equal(5, (await _source.CopyToAsync(_target, cancellationToken: Stop)).Events);
        await AssertSameAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(200)]
    public async Task An_interrupted_copy_goes_on_where_it_stopped(int appends)
    {
        await FillAsync();
        var counting = new CountingStore(_target, appends);
        _ = await Assert.ThrowsAsync<StoreUnavailableException>(async () => _ = await _source.CopyToAsync(counting, cancellationToken: Stop));
        long before = (await _target.FeedLinesAsync()).Count;
        CopyReport report = await _source.CopyToAsync(_target, cancellationToken: Stop);
        Assert.Equal(1206 - before, report.Events);
        Assert.Equal(await _source.FeedLinesAsync(), await _target.FeedLinesAsync());
        await AssertSameAsync();
    }

    [Fact]
    public async Task Snapshots_come_along_and_what_depends_on_offsets_does_not()
    {
        await FillAsync();
        await AppendSystemAsync("$snapshots:a");
        await AppendSystemAsync("$checkpoint:mine");
        await AppendSystemAsync("$view:totals");
        _ = await _source.CopyToAsync(_target, cancellationToken: Stop);
        Assert.Equal(["$snapshots:a"], await _target.StreamsAsync("$"));
        Assert.Equal(await _source.LinesAsync("$snapshots:a"), await _target.LinesAsync("$snapshots:a"));
    }

    [Fact]
    public async Task Another_stream_of_the_same_name_is_refused_unless_the_copy_is_to_be_a_mirror()
    {
        await FillAsync();
        _ = await _target.NoteAsync("b", 77, 2);
        _ = await _target.NoteAsync("gone", 0, 2);
        StoreCopyException exception = await Assert.ThrowsAsync<StoreCopyException>(async () => _ = await _source.CopyToAsync(_target, cancellationToken: Stop));
        Assert.Equal("b", exception.StreamId);
        Assert.Equal([0, 1], await _target.SequencesAsync("b"));
        _ = await _source.CopyToAsync(_target, new() { Mirror = true }, Stop);
        await AssertSameAsync();
    }

    [Fact]
    public async Task A_mirror_follows_deletions_and_truncations()
    {
        await FillAsync();
        _ = await _source.CopyToAsync(_target, cancellationToken: Stop);
        _ = await _source.TruncateStreamAsync("a", 10, Stop);
        _ = await _source.DeleteStreamAsync("b", default, Stop);
        _ = await _source.DeleteStreamAsync("c", default, Stop);
        _ = await _source.NoteAsync("c", 99, 1);
        _ = await _source.CopyToAsync(_target, new() { Mirror = true }, Stop);
        await AssertSameAsync();
    }

    [Fact]
    public async Task A_payload_that_was_replaced_since_is_noticed_and_a_mirror_replaces_it()
    {
        await using IEventStore source = EventStores.Memory();
        _ = await source.NoteAsync("a", 0, 5);
        _ = await source.CopyToAsync(_target, cancellationToken: Stop);
        _ = await source.ReplaceEventAsync("a", 1, Notes.Schema, new byte[] { 0x91, 0xa0 }, Stop);
        StoreCopyException exception = await Assert.ThrowsAsync<StoreCopyException>(async () => _ = await source.CopyToAsync(_target, cancellationToken: Stop));
        Assert.Equal(("a", 1L), (exception.StreamId, exception.Sequence));
        _ = await source.CopyToAsync(_target, new() { Mirror = true }, Stop);
        Assert.Equal(await source.LinesAsync("a"), await _target.LinesAsync("a"));
    }

    [Fact]
    public async Task A_stream_without_events_keeps_its_version_and_a_chained_one_is_named()
    {
        await using IEventStore plain = EventStores.Memory();
        _ = await plain.NoteAsync("empty", 0, 4);
        _ = await plain.TruncateStreamAsync("empty", 4, Stop);
        CopyReport report = await plain.CopyToAsync(_target, cancellationToken: Stop);
        Assert.Empty(report.LeftOut);
        Assert.Equal(await plain.GetStreamInfoAsync("empty", Stop), await _target.GetStreamInfoAsync("empty", Stop));
        Assert.Equal(4, (await _target.NoteAsync("empty", 4)).FirstSequence);

        _ = await _source.NoteAsync("chained", 0, 4);
        _ = await _source.TruncateStreamAsync("chained", 4, Stop);
        report = await _source.CopyToAsync(EventStores.Memory(), cancellationToken: Stop);
        Assert.Equal(["chained"], report.LeftOut);
    }

    [Fact]
    public async Task A_store_that_is_written_to_can_be_copied()
    {
        _ = await _source.NoteAsync("a", 0, 100);
        Task writer = Task.Run(
            async () =>
            {
                for (int i = 0; i < 300; i++)
                {
                    _ = await _source.NoteAsync($"stream-{i % 5}", i);
                    _ = i % 50 == 49 && await _source.DeleteStreamAsync("stream-1", default, Stop);
                }
            },
            Stop);
        while (!writer.IsCompleted)
        {
            _ = await _source.CopyToAsync(_target, new() { Mirror = true }, Stop);
        }

        await writer;
        _ = await _source.CopyToAsync(_target, new() { Mirror = true }, Stop);
        await AssertSameAsync();
    }

    [Fact]
    public async Task A_file_store_is_backed_up_and_restored()
    {
        await FillAsync();
        string directory = Directory.CreateTempSubdirectory("daybook-").FullName;
        try
        {
            await using (IEventStore backup = EventStores.File(directory))
            {
                _ = await _source.CopyToAsync(backup, cancellationToken: Stop);
            }

            await using IEventStore reopened = EventStores.File(directory, new() { ReadOnly = true });
            CopyReport report = await reopened.CopyToAsync(_target, cancellationToken: Stop);
            Assert.Equal(1206, report.Events);
            await AssertSameAsync();
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Theory]
    [InlineData("file:{0}/copy")]
    [InlineData("sqlite:{0}/copy.db")]
    public async Task Every_embedded_store_takes_truncated_and_redacted_streams_with_their_hashes(string place)
    {
        await FillAsync();
        _ = await _source.TruncateStreamAsync("a", 70, Stop);
        _ = await _source.RedactAsync("a", 100, "asked for", cancellationToken: Stop);
        string directory = Directory.CreateTempSubdirectory("daybook-").FullName;
        try
        {
            string text = place.Replace("{0}", directory, StringComparison.Ordinal);
            await using IEventStore copy = await EventStores.OpenAsync(text, new EventStoreRegistry().AddSqlite(), Stop);
            _ = await _source.CopyToAsync(copy, cancellationToken: Stop);
            Assert.True((await copy.VerifyAsync(cancellationToken: Stop)).IsIntact);
            _ = await copy.CopyToAsync(_target, cancellationToken: Stop);
            await AssertSameAsync();
            using var lines = new MemoryStream();
            _ = await copy.ExportAsync(lines, cancellationToken: Stop);
            lines.Position = 0;
            await using IEventStore imported = EventStores.Memory();
            _ = await imported.ImportAsync(lines, Stop);
            Assert.Equal(await _source.LinesAsync("a"), await imported.LinesAsync("a"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    // G21: a snapshot to the place itself erased the log.
    [Fact]
    public async Task A_copy_into_itself_is_refused()
    {
        await FillAsync();
        _ = await Assert.ThrowsAsync<ArgumentException>(async () => _ = await _source.CopyToAsync(_source, new() { Mirror = true }, Stop));
        Assert.Equal(3, (await _source.StreamsAsync()).Count);
    }

    [Fact]
    public async Task A_view_that_hides_events_in_the_middle_cannot_be_copied()
    {
        _ = await _source.NoteAsync("a", 0, 1, Notes.Start);
        _ = await _source.NoteAsync("a", 1, 1, Notes.Start.AddDays(-9));
        _ = await _source.NoteAsync("a", 2, 1, Notes.Start);
        var view = _source.WithTtl(TimeSpan.FromDays(1), TtlMode.Events, new ManualTimeProvider(Notes.Start));
        StoreCopyException exception = await Assert.ThrowsAsync<StoreCopyException>(async () => _ = await view.CopyToAsync(_target, cancellationToken: Stop));
        Assert.Contains("a view that hides some", exception.Message, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        var metadata = new EventMetadata { CorrelationId = "c", Actor = "ada", Headers = EventMetadata.Empty.Headers.Add("k", "v") };
        for (int i = 0; i < 100; i++)
        {
            using AppendBatch batch = Notes.Batch("a").Note(i * 2, metadata: metadata).Note((i * 2) + 1);
            _ = await _source.AppendAsync(batch, Stop);
            _ = await _source.NoteAsync("b", i * 10, 10);
        }

        _ = await _source.NoteAsync("c", 0, 6, DateTimeOffset.MaxValue);
    }

    private async Task AssertSameAsync()
    {
        List<string> streams = await _source.StreamsAsync();
        Assert.Equal(streams, await _target.StreamsAsync());
        foreach (string stream in streams)
        {
            Assert.Equal(await _source.LinesAsync(stream), await _target.LinesAsync(stream));
            Assert.Equal(await _source.GetStreamInfoAsync(stream, Stop), await _target.GetStreamInfoAsync(stream, Stop));
        }
    }

    private async Task AppendSystemAsync(string streamId)
    {
        using AppendBatch batch = new();
        batch.StartSystem(streamId);
        _ = await _source.AppendAsync(batch.Note(0), Stop);
    }

    private sealed class CountingStore(IEventStore inner, int appends) : DelegatingEventStore(inner)
    {
        private int _left = appends;

        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) =>
            _left-- > 0 ? base.AppendAsync(batch, cancellationToken) : throw new StoreUnavailableException("down");
    }
}
