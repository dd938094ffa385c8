using System.Globalization;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Does in a new store what the groups of a damaged one say, as far as they can be read.</summary>
internal sealed class Salvage(FileEventStore store, string directory, IFileSystem files)
{
    private readonly Dictionary<int, RecordSchema> _types = [];

    private readonly Dictionary<string, SalvagedStream> _streams = new(StringComparer.Ordinal);

    internal List<FileStoreLoss> Losses { get; } = [];

    internal async Task TakeAsync(int number, bool isLast, CancellationToken cancellationToken)
    {
        string path = SegmentNames.Log(directory, number);
        if (!files.Exists(path))
        {
            Losses.Add(new(path, 0, 0, null, -1, 0, "The segment is missing."));
            return;
        }

        byte[] bytes = Read(path);
        SegmentHeader header;
        try
        {
            using IStoreFile file = files.OpenRead(path);
            header = SegmentHeader.Read(file, path, number);
        }
        catch (Exception exception) when (exception is CorruptEventException or StoreFormatException)
        {
            Losses.Add(new(path, 0, bytes.Length, null, -1, 0, "The segment's header is damaged, so nothing in it can be read: " + exception.Message));
            return;
        }

        var segment = new SalvagedSegment(header, _types, IndexFile.TryRead(files, SegmentNames.Index(directory, number), header));
        int end = header.IsRewritten ? Math.Min(header.RewrittenEnd, bytes.Length) : bytes.Length;
        for (int at = SegmentHeader.Size; ;)
        {
            int length = SalvageScan.Next(bytes.AsSpan(0, end), at, out int position);
            if (position > at)
            {
                string reason = length == 0 && isLast ? "Bytes behind the last record verify as none; they may never have been acknowledged." : "Bytes verify as no record.";
                Losses.Add(new(path, at, position - at, null, -1, 0, reason));
            }

            if (length == 0)
            {
                return;
            }

            await TakeAsync(segment, bytes.AsMemory(position, length), path, position, cancellationToken).ConfigureAwait(false);
            at = position + length;
        }
    }

    private byte[] Read(string path)
    {
        using IStoreFile file = files.OpenRead(path);
        byte[] bytes = new byte[file.Length];
        _ = file.ReadAt(bytes, 0);
        return bytes;
    }

    private async Task TakeAsync(SalvagedSegment segment, ReadOnlyMemory<byte> group, string path, int position, CancellationToken cancellationToken)
    {
        try
        {
            SalvagedGroup read = segment.Read(group.Span);
            if (read.Definition is { } definition)
            {
                await IntroduceAsync(definition, cancellationToken).ConfigureAwait(false);
            }

            if (read.Stream is { } stream)
            {
                await DoAsync(segment, stream, read, group, path, position, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or StoreFormatException or InvalidStreamIdException)
        {
            Losses.Add(new(path, position, group.Length, null, -1, 0, exception.Message));
        }
    }

    private async Task DoAsync(
        SalvagedSegment segment, StreamHead stream, SalvagedGroup read, ReadOnlyMemory<byte> group, string path, int position, CancellationToken cancellationToken)
    {
        if (!_streams.TryGetValue(stream.Id, out SalvagedStream? salvaged))
        {
            _streams.Add(stream.Id, salvaged = new(stream));
        }

        switch (read.Head.Kind)
        {
            case GroupFormat.Append:
                await AppendAsync(segment, salvaged, read, group, path, position, cancellationToken).ConfigureAwait(false);
                break;
            case GroupFormat.Delete:
                await ForgetAsync(stream.Id, cancellationToken).ConfigureAwait(false);
                break;
            case GroupFormat.Truncate:
                await TruncateAsync(salvaged, read.Head.Sequence, cancellationToken).ConfigureAwait(false);
                break;
            case GroupFormat.Replace:
                foreach (string name in salvaged.Names)
                {
                    _ = await store.ReplaceEventAsync(name, read.Head.Sequence, read.Schema!, read.Payload, cancellationToken).ConfigureAwait(false);
                }

                break;
        }
    }

    // A definition says of an earlier time what may have been lost with it: a deletion, a truncation.
    private async Task IntroduceAsync(StreamHead definition, CancellationToken cancellationToken)
    {
        if (_streams.TryGetValue(definition.Id, out SalvagedStream? known))
        {
            if (definition.Version == 0 || (known.Start.FirstOffset != definition.FirstOffset && known.Start.Version > 0))
            {
                await ForgetAsync(definition.Id, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await TruncateAsync(known, definition.FirstSequence, cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        _streams[definition.Id] = new(definition);
    }

    private async Task AppendAsync(
        SalvagedSegment segment, SalvagedStream stream, SalvagedGroup read, ReadOnlyMemory<byte> group, string path, int position, CancellationToken cancellationToken)
    {
        long first = read.Head.Sequence;
        bool isGap = first != stream.Next;
        bool isNew = isGap || stream.Names.Count == 0;
        string id = stream.Start.Id;

        // What is left of a stream goes under its own name, what comes behind a gap under another.
        string name = !isNew ? stream.Names[^1] : stream.Names.Count == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}~{first}");
        using var batch = new AppendBatch();
        if (StreamId.IsSystem(name))
        {
            batch.StartSystem(name);
        }
        else
        {
            batch.Start(name, stream.Start.Category);
        }

        segment.ReadEvents(group.Span, read, batch);
        batch.Origin = isNew && first > 0 ? await OriginAsync(stream, first, batch, cancellationToken).ConfigureAwait(false) : null;
        _ = await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
        if (isGap)
        {
            Losses.Add(new(path, position, 0, id, stream.Next, first - stream.Next, "Events of the stream are missing before this record."));
        }

        if (isNew)
        {
            stream.Names.Add(name);
        }

        stream.Next = first + batch.Count;
    }

    private async Task<StreamOrigin> OriginAsync(SalvagedStream stream, long first, AppendBatch batch, CancellationToken cancellationToken)
    {
        if (!stream.Start.Incarnation.IsEmpty)
        {
            return new(first, stream.Start.Incarnation, stream.Start.FirstTimestamp, HashBefore: null);
        }

        // It was met at its very beginning, which is salvaged, or else is lost.
        StreamInfo? beginning = stream.Names.Count == 0 ? null : await store.GetStreamInfoAsync(stream.Names[0], cancellationToken).ConfigureAwait(false);
        return beginning is null
            ? new(first, batch.Events[0].Id, batch.Events[0].TimestampTicks, HashBefore: null)
            : new(first, beginning.Incarnation, beginning.FirstTimestamp.UtcTicks, HashBefore: null);
    }

    private async Task TruncateAsync(SalvagedStream stream, long firstSequence, CancellationToken cancellationToken)
    {
        for (int i = stream.Names.Count - 1; i >= 0; i--)
        {
            StreamInfo info = (await store.GetStreamInfoAsync(stream.Names[i], cancellationToken).ConfigureAwait(false))!;
            if (info.Version > firstSequence || (info.Version == firstSequence && stream.Next == firstSequence))
            {
                _ = await store.TruncateStreamAsync(info.StreamId, firstSequence, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                _ = await store.DeleteStreamAsync(info.StreamId, cancellationToken: cancellationToken).ConfigureAwait(false);
                stream.Names.RemoveAt(i);
            }
        }

        stream.Next = Math.Max(stream.Next, firstSequence);
    }

    private async Task ForgetAsync(string id, CancellationToken cancellationToken)
    {
        if (_streams.Remove(id, out SalvagedStream? stream))
        {
            foreach (string name in stream.Names)
            {
                _ = await store.DeleteStreamAsync(name, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
