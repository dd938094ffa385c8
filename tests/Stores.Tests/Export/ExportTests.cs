using System.Text;
using System.Text.Json;
using Daybook.Stores;

namespace Daybook.Tests.Stores.Export;

public sealed class ExportTests : IAsyncDisposable
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
    public async Task An_export_can_be_imported_with_everything()
    {
        await FillAsync();
        _ = await _source.TruncateStreamAsync("a", 2, Stop);
        using AppendBatch snapshot = new();
        snapshot.StartSystem("$snapshots:a");
        _ = await _source.AppendAsync(snapshot.Note(0), Stop);
        byte[] lines = await ExportAsync();
        ImportReport report = await ImportAsync(lines);
        Assert.Equal(new(38, 0), report);
        await AssertSameAsync();
        Assert.Equal(await _source.FeedLinesAsync(), await _target.FeedLinesAsync());
        Assert.Equal(await _source.LinesAsync("$snapshots:a"), await _target.LinesAsync("$snapshots:a"));
        Assert.Equal(2, (await _target.GetStreamInfoAsync("a", Stop))!.FirstSequence);
    }

    [Fact]
    public async Task Lines_are_readable_and_schemas_come_before_their_first_use()
    {
        using AppendBatch batch = Notes.Batch("a").Note(0, metadata: new() { Actor = "ada", Headers = EventMetadata.Empty.Headers.Add("k", "ü") }, text: "häß<b>\"");
        _ = await _source.AppendAsync(batch, Stop);
        _ = await _source.NoteAsync("a", 1);
        JsonElement[] lines = [.. Lines(await ExportAsync()).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["export", "stream", "schema", "event", "event", "end"], lines.Select(line => line.EnumerateObject().First().Name));
        Assert.Equal("event note@1 (0 Text: string)", lines[2].GetProperty("text").GetString());
        JsonElement first = lines[3];
        Assert.Equal("note@1", first.GetProperty("event").GetString());
        Assert.Equal("a", first.GetProperty("of").GetString());
        Assert.Equal("häß<b>\"", first.GetProperty("data").GetProperty("Text").GetString());
        Assert.Equal("ü", first.GetProperty("metadata").GetProperty("headers").GetProperty("k").GetString());
        Assert.Equal("2026-01-02T03:04:05.0000000Z", first.GetProperty("timestamp").GetString());
        Assert.True(first.GetProperty("payload").GetBytesFromBase64().AsSpan().SequenceEqual(batch.Buffer.WrittenSpan));
    }

    [Fact]
    public async Task What_json_cannot_say_survives()
    {
        var odd = new EventMetadata { Actor = "\ud800", Headers = EventMetadata.Empty.Headers.Add("k", "\udc00") };
        using AppendBatch batch = Notes.Batch("a").Note(0, DateTimeOffset.MaxValue, odd, "\udfff").Note(1, DateTimeOffset.MinValue, text: "line\nend\u2028");
        int start = batch.Buffer.Length;
        batch.Buffer.GetSpan(3)[0] = 0xc1;
        batch.Buffer.Advance(3);
        batch.Add(Notes.Schema, Notes.Id("a", 2), Notes.Start, null, start);
        _ = batch.Note(3, text: new('x', 300_000));
        _ = await _source.AppendAsync(batch, Stop);
        _ = await ImportAsync(await ExportAsync());
        await AssertSameAsync();
    }

    [Fact]
    public async Task Exports_of_what_came_since_follow_each_other()
    {
        await FillAsync();
        byte[] first = await ExportAsync();
        ExportReport report = await _source.ExportAsync(Stream.Null, cancellationToken: Stop);
        _ = await _source.NoteAsync("a", 500, 2);
        _ = await _source.NoteAsync("new", 0, 2);
        byte[] second = await ExportAsync(report.NextOffset);
        ExportFormatException exception = await Assert.ThrowsAsync<ExportFormatException>(async () => _ = await ImportAsync(second));
        Assert.Contains("import the export before this one first", exception.Message, StringComparison.Ordinal);
        ImportReport both = await ImportAsync([.. first, .. second]);
        Assert.Equal(43, both.Events);
        await AssertSameAsync();
    }

    [Fact]
    public async Task An_import_started_again_goes_on_where_it_stopped()
    {
        await FillAsync();
        byte[] lines = await ExportAsync();
        byte[] part = [.. lines.Take(lines.Length * 2 / 3)];
        _ = await Assert.ThrowsAsync<ExportFormatException>(async () => _ = await ImportAsync(part));
        int before = (await _target.FeedLinesAsync()).Count;
        Assert.InRange(before, 1, 38);
        Assert.Equal(new(39 - before, before), await ImportAsync(lines));
        Assert.Equal(new(0, 39), await ImportAsync(lines));
        await AssertSameAsync();
    }

    [Fact]
    public async Task An_export_that_was_cut_off_at_a_line_is_noticed()
    {
        await FillAsync();
        string[] lines = Lines(await ExportAsync());
        byte[] part = Encoding.UTF8.GetBytes(string.Join('\n', lines[..^1]) + "\n");
        ExportFormatException exception = await Assert.ThrowsAsync<ExportFormatException>(async () => _ = await ImportAsync(part));
        Assert.Equal(lines.Length, exception.Line);
        _ = await Assert.ThrowsAsync<ExportFormatException>(async () => _ = await ImportAsync([]));
    }

    // Every byte of every line, changed: the import says which line, and has written nothing of it or behind it.
    [Fact]
    public async Task A_damaged_line_is_refused_with_its_number()
    {
        _ = await _source.NoteAsync("a", 0, 2);
        _ = await _source.NoteAsync("b", 0, 1);
        byte[] lines = await ExportAsync();
        List<string> all = await _source.FeedLinesAsync();
        for (int i = 0; i < lines.Length; i++)
        {
            byte[] damaged = [.. lines];
            damaged[i] ^= 1;
            int line = 1 + lines.AsSpan(0, i).Count((byte)'\n');
            await using IEventStore target = EventStores.Memory();
            ExportFormatException exception = await Assert.ThrowsAsync<ExportFormatException>(async () => _ = await target.ImportAsync(new MemoryStream(damaged), Stop));
            Assert.Equal(line, exception.Line);
            List<string> written = await target.FeedLinesAsync();
            Assert.Equal(all.Take(written.Count), written);
        }
    }

    [Fact]
    public async Task Lines_that_are_left_out_are_noticed()
    {
        _ = await _source.NoteAsync("a", 0, 3);
        string[] lines = Lines(await ExportAsync());
        for (int i = 0; i < lines.Length; i++)
        {
            byte[] rest = Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, index) => index != i)));
            await using IEventStore target = EventStores.Memory();
            _ = await Assert.ThrowsAsync<ExportFormatException>(async () => _ = await target.ImportAsync(new MemoryStream(rest), Stop));
        }
    }

    [Fact]
    public async Task Another_stream_of_the_same_name_is_refused()
    {
        _ = await _source.NoteAsync("a", 0, 3);
        _ = await _target.NoteAsync("a", 7, 1);
        byte[] lines = await ExportAsync();
        StoreCopyException exception = await Assert.ThrowsAsync<StoreCopyException>(async () => _ = await ImportAsync(lines));
        Assert.Equal("a", exception.StreamId);
        Assert.Equal([0], await _target.SequencesAsync("a"));
    }

    [Fact]
    public async Task A_stream_without_events_keeps_its_version()
    {
        await using IEventStore plain = EventStores.Memory();
        _ = await plain.NoteAsync("empty", 0, 4);
        _ = await plain.TruncateStreamAsync("empty", 4, Stop);
        using var lines = new MemoryStream();
        _ = await plain.ExportAsync(lines, cancellationToken: Stop);
        lines.Position = 0;
        _ = await _target.ImportAsync(lines, Stop);
        Assert.Equal(await plain.GetStreamInfoAsync("empty", Stop), await _target.GetStreamInfoAsync("empty", Stop));
    }

    private async Task FillAsync()
    {
        for (int i = 0; i < 13; i++)
        {
            _ = await _source.NoteAsync(i % 2 == 0 ? "a" : "b", i * 10, 3);
        }
    }

    private async Task<byte[]> ExportAsync(long fromOffset = 0)
    {
        using var lines = new MemoryStream();
        _ = await _source.ExportAsync(lines, new() { FromOffset = fromOffset }, Stop);
        return lines.ToArray();
    }

    private ValueTask<ImportReport> ImportAsync(byte[] lines) => _target.ImportAsync(new MemoryStream(lines), Stop);

    private static string[] Lines(byte[] export) => Encoding.UTF8.GetString(export).TrimEnd('\n').Split('\n');

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
}
