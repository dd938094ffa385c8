using Daybook.Schema;
using Daybook.Stores.Copying;

namespace Daybook.Stores.Export;

/// <summary>One export of a store.</summary>
internal sealed class StoreExport(IEventStore store, Stream destination)
{
    private const int PageSize = 4096;

    private readonly Dictionary<RecordSchema, int> _schemas = [];

    // By id, as they were when they were first met; null for those that were deleted by then.
    private readonly Dictionary<string, StreamInfo?> _streams = new(StringComparer.Ordinal);
    private long _events;

    internal async ValueTask<ExportReport> RunAsync(long fromOffset, CancellationToken cancellationToken)
    {
        using var lines = new ExportLines(destination);
        lines.Header();
        long end = await store.GetFeedEndAsync(cancellationToken).ConfigureAwait(false);
        for (long from = fromOffset; from < end;)
        {
            using EventPage page = await store.ReadFeedAsync(from, PageSize, cancellationToken).ConfigureAwait(false);
            await WriteAsync(lines, page, end, cancellationToken).ConfigureAwait(false);
            from = page.Count == 0 ? end : page.Next;
        }

        await foreach (string streamId in StreamNames.OfAsync(store, "", cancellationToken).ConfigureAwait(false))
        {
            await WriteEmptyAsync(lines, streamId, cancellationToken).ConfigureAwait(false);
        }

        await foreach (string streamId in StreamNames.OfAsync(store, "$", cancellationToken).ConfigureAwait(false))
        {
            await WriteStreamAsync(lines, streamId, cancellationToken).ConfigureAwait(false);
        }

        lines.End(_events);
        await lines.FlushAsync(cancellationToken).ConfigureAwait(false);
        await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
        return new(_events, Math.Max(fromOffset, end));
    }

    private async ValueTask WriteAsync(ExportLines lines, EventPage page, long end, CancellationToken cancellationToken)
    {
        for (int i = 0; i < page.Count; i++)
        {
            RecordedEvent recorded = page.Events[i];
            if (recorded.Offset >= end)
            {
                return;
            }

            if (!_streams.TryGetValue(recorded.StreamId, out StreamInfo? stream))
            {
                stream = await store.GetStreamInfoAsync(recorded.StreamId, cancellationToken).ConfigureAwait(false);
                _streams.Add(recorded.StreamId, stream);
                if (stream is not null)
                {
                    lines.Stream(stream);
                }
            }

            // What was deleted or truncated while the export ran is not there any more.
            if (stream is null || recorded.Sequence < stream.FirstSequence)
            {
                continue;
            }

            RecordSchema schema = page.Types[recorded.TypeIndex];
            if (!_schemas.TryGetValue(schema, out int index))
            {
                index = _schemas.Count;
                _schemas.Add(schema, index);
                lines.Schema(index, schema);
            }

            lines.Event(page, i, index);
            _events++;
            if (lines.IsFull)
            {
                await lines.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask WriteEmptyAsync(ExportLines lines, string streamId, CancellationToken cancellationToken)
    {
        StreamInfo? stream = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        if (stream is { Count: 0 } && _streams.TryAdd(streamId, stream))
        {
            lines.Stream(stream);
        }
    }

    private async ValueTask WriteStreamAsync(ExportLines lines, string streamId, CancellationToken cancellationToken)
    {
        for (long from = 0; ;)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, from, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            await WriteAsync(lines, page, long.MaxValue, cancellationToken).ConfigureAwait(false);
            from = page.Next;
        }
    }
}
