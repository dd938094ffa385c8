using Daybook.FeedTesting;
using Daybook.MessagePack;
using Daybook.Stores;

namespace Daybook.Tests.Subscriptions;

/// <summary>Short ways to write and read in tests.</summary>
internal static class TestData
{
    public static async Task AddAsync(this IEventStore store, string stream, params long[] numbers)
    {
        var recorder = new Count.Recorder(store, stream);
        await using Count.Batch batch = recorder.Batch();
        foreach (long number in numbers)
        {
            batch.RecordAdded(number);
        }

        await batch.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Appends what an older version of the program would have recorded.</summary>
    public static async Task AppendOldAsync(this IEventStore store, string stream, PlacedV1 value)
    {
        using var batch = new AppendBatch();
        batch.Start(stream, "order");
        var writer = new MessagePackWriter(batch.Buffer);
        EventForms.Write(ref writer, in value);
        writer.Flush();
        batch.Add(EventForms.SchemaOf<PlacedV1>(), new(Guid.CreateVersion7()), DateTimeOffset.UtcNow, metadata: null, payloadStart: 0);
        _ = await store.AppendAsync(batch, TestContext.Current.CancellationToken);
    }

    public static long NumberOf(this Envelope envelope)
    {
        Assert.True(envelope.TryGet(out Added added));
        return added.Number;
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<Envelope> events, Func<Envelope, T> select)
    {
        var list = new List<T>();
        await foreach (Envelope envelope in events)
        {
            list.Add(select(envelope));
        }

        return list;
    }

    public static async Task<List<string>> ToListAsync(this IAsyncEnumerable<string> texts)
    {
        var list = new List<string>();
        await foreach (string text in texts)
        {
            list.Add(text);
        }

        return list;
    }

    /// <summary>The trace that a fold of these numbers leaves.</summary>
    public static Trace TraceOf(IEnumerable<long> numbers) =>
        numbers.Aggregate(new Trace(), (trace, number) => new() { Events = trace.Events + 1, Value = unchecked((trace.Value * 31) + number) });
}
