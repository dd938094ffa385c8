using System.Collections.Immutable;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Sequences, offsets, and that an append is one thing.</summary>
internal static class AppendCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Appends number the events of a stream from 0 without gaps", SequencesAsync),
        new("Every stream has sequences of its own, and offsets rise over all of them", OffsetsAsync),
        new("An append says where all of its events stand", ResultAsync),
        new("A thousand events of one append come back in their order", ManyAsync),
        new("Events of several types stand in one append", TypesAsync),
        new("Two schemas of one event type are kept apart", SchemasAsync),
        new("An event type that comes late is read with its own schema", LateTypeAsync),
        new("An append to one stream leaves the others as they were", OthersAsync),
        new("A batch can be used again right after its append", ReuseAsync),
        new("A refused append leaves the batch as it was, to be changed and appended", RefusedBatchAsync),
        new("An append that asks for less durability is there all the same", DurabilityAsync),
        new("A thousand streams stay apart", StreamsAsync),
    ];

    private static async Task SequencesAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 5; i++)
        {
            Check.Equal(i, (await store.AppendAsync("a", i, 1, token)).FirstSequence);
        }

        AppendResult batch = await store.AppendAsync("a", 5, 3, token);
        Check.Equal(5, batch.FirstSequence);
        Check.Equal(8, batch.Version);
        List<string> lines = await store.ReadAsync("a", token);
        Check.Equal(8, lines.Count);
        for (int i = 0; i < 8; i++)
        {
            Check.True(lines[i].StartsWith($"a {i} {Sample.Id(i)} ", StringComparison.Ordinal));
        }
    }

    private static async Task OffsetsAsync(IEventStore store, CancellationToken token)
    {
        long last = -1;
        for (int i = 0; i < 6; i++)
        {
            AppendResult result = await store.AppendAsync(i % 2 == 0 ? "a" : "b", i * 2, 2, token);
            Check.Equal(i / 2 * 2, result.FirstSequence);
            Check.True(result.FirstOffset > last);
            Check.True(result.OffsetOf(1) > result.FirstOffset);
            last = result.OffsetOf(1);
        }
    }

    private static async Task ResultAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 1, token);
        AppendResult result = await store.AppendAsync("a", 1, 3, token);
        Check.Equal(3, result.Count);
        Check.Equal(3, result.LastSequence);
        Check.Equal(false, result.WasRepeated);
        using EventPage page = await store.ReadStreamAsync("a", 1, 10, token);
        for (int i = 0; i < 3; i++)
        {
            Check.Equal(page.Events[i].Offset, result.OffsetOf(i));
        }
    }

    private static async Task ManyAsync(IEventStore store, CancellationToken token)
    {
        AppendResult result = await store.AppendAsync("a", 0, 1000, token);
        Check.Equal(1000, result.Version);
        List<string> lines = await store.ReadAsync("a", token);
        Check.Sequence(Enumerable.Range(0, 1000).Select(i => $"a {i} {Sample.Id(i)}"), lines.Select(line => string.Join(' ', line.Split(' ')[..3])));
    }

    private static async Task TypesAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Sample.Batch("a").Note(0).Count(1).Note(2).Count(3), token);
        List<string> lines = await store.ReadAsync("a", token);
        string[] types = ["sample.noted@1", "sample.counted@2", "sample.noted@1", "sample.counted@2"];
        Check.Sequence(types, lines.Select(line => line.Split(' ')[3]));
    }

    private static async Task SchemasAsync(IEventStore store, CancellationToken token)
    {
        var other = new RecordSchema("event sample.noted@1 (0 Text: string, 1 Language: string)");
        _ = await store.PutAsync(Sample.Batch("a").Note(0).Raw(1, [0x90], other).Note(2), token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.Equal(Sample.Noted.Text, page.Types[page.Events[0].TypeIndex].Text);
        Check.Equal(other.Text, page.Types[page.Events[1].TypeIndex].Text);
        Check.Equal(Sample.Noted.Text, page.Types[page.Events[2].TypeIndex].Text);
    }

    private static async Task LateTypeAsync(IEventStore store, CancellationToken token)
    {
        RecordSchema[] schemas = [.. Enumerable.Range(0, 40).Select(i => new RecordSchema($"event sample.type{i}@{i + 1} (0 Member{i}: int32)"))];
        using EventPage early = await store.ReadFeedAsync(0, 10, token);
        for (int i = 0; i < schemas.Length; i++)
        {
            _ = await store.PutAsync(Sample.Batch("a").Raw(i, [0x90], schemas[i]), token);
        }

        using EventPage page = await store.ReadStreamAsync("a", 0, 100, token);
        for (int i = 0; i < schemas.Length; i++)
        {
            Check.Equal(schemas[i], page.Types[page.Events[i].TypeIndex]);
        }
    }

    private static async Task OthersAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        List<string> before = await store.ReadAsync("a", token);
        StreamInfo? info = await store.GetStreamInfoAsync("a", token);
        _ = await store.AppendAsync("b", 10, 3, token);
        _ = await store.AppendAsync("aa", 20, 3, token);
        Check.Sequence(before, await store.ReadAsync("a", token));
        Check.Equal(info, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task ReuseAsync(IEventStore store, CancellationToken token)
    {
        using AppendBatch batch = Sample.Batch("a").Note(0, "kept");
        _ = await store.AppendAsync(batch, token);
        List<string> before = await store.ReadAsync("a", token);
        batch.Start("b");
        _ = batch.Note(1, "other");
        _ = await store.AppendAsync(batch, token);
        Check.Sequence(before, await store.ReadAsync("a", token));
    }

    private static async Task RefusedBatchAsync(IEventStore store, CancellationToken token)
    {
        using AppendBatch batch = Sample.Batch("a", ExpectedVersion.At(4)).Note(0, "kept");
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.AppendAsync(batch, token));
        batch.ExpectedVersion = ExpectedVersion.NoStream;
        Check.Equal(0, (await store.AppendAsync(batch.Note(1), token)).FirstSequence);
        Check.Equal(2, (await store.ReadAsync("a", token)).Count);
    }

    private static async Task DurabilityAsync(IEventStore store, CancellationToken token)
    {
        foreach (Durability durability in Enum.GetValues<Durability>())
        {
            AppendBatch batch = Sample.Batch("a").Note((int)durability);
            batch.Durability = durability;
            Check.Equal((int)durability, (await store.PutAsync(batch, token)).FirstSequence);
            Check.Equal((int)durability + 1, (await store.ReadAsync("a", token)).Count);
        }
    }

    private static async Task StreamsAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 1000; i++)
        {
            Check.Equal(0, (await store.AppendAsync($"stream-{i}", i, 1, token)).FirstSequence);
        }

        for (int i = 0; i < 1000; i++)
        {
            using EventPage page = await store.ReadStreamAsync($"stream-{i}", 0, 10, token);
            Check.Equal(1, page.Count);
            Check.Equal(Sample.Id(i), page.Events[0].Id);
        }
    }
}
