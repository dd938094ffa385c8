using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// The store's own record of its anchors: the heads behind each, as differences to those before it, in a stream of Daybook's own. It needs no
/// trust: what it says must give the anchor's hash.
/// </summary>
internal static class AnchorLog
{
    private const int HeadsPerEvent = 250;
    private const int PageSize = 16;

    private static readonly RecordSchema HeadsSchema = new($"event $heads@1 (0 Heads: list<{StreamHeadHash.SchemaText}>)");
    private static readonly RecordSchema AnchorSchema = new("event $anchor@1 (0 Offset: int64, 1 Streams: int64, 2 Hash: bytes)");

    /// <summary>Reads the heads up to an anchor.</summary>
    /// <param name="store">The store.</param>
    /// <param name="anchor">The anchor; null reads all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The heads by stream, whether the anchor is there, and the version of the record.</returns>
    internal static async ValueTask<(Dictionary<string, StreamHeadHash> Heads, bool IsFound, long Version)> ReadAsync(
        IEventStore store, StoreAnchor? anchor, CancellationToken cancellationToken)
    {
        var heads = new Dictionary<string, StreamHeadHash>(StringComparer.Ordinal);
        long next = 0;
        while (true)
        {
            using EventPage page = await store.ReadStreamAsync(SystemStreams.Anchors, next, PageSize, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < page.Count; i++)
            {
                if (Read(page, page.Events[i], heads) is { } found && found == anchor)
                {
                    return (heads, true, page.StreamVersion);
                }
            }

            if (page.Count == 0)
            {
                return (heads, false, page.StreamVersion);
            }

            next = page.Next;
        }
    }

    /// <summary>Writes an anchor and the heads that have changed.</summary>
    /// <exception cref="ConcurrencyException">Somebody else has written an anchor in between.</exception>
    internal static async ValueTask WriteAsync(
        IEventStore store, StoreAnchor anchor, IReadOnlyList<StreamHeadHash> changed, long version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var batch = new AppendBatch();
        foreach (StreamHeadHash[] part in changed.Chunk(HeadsPerEvent))
        {
            Start(batch, version++);
            WriteHeads(batch.Buffer, part);
            batch.Add(HeadsSchema, new(Guid.CreateVersion7(now)), now, metadata: null, payloadStart: 0);
            _ = await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        Start(batch, version);
        WriteAnchor(batch.Buffer, anchor);
        batch.Add(AnchorSchema, new(Guid.CreateVersion7(now)), now, metadata: null, payloadStart: 0);
        _ = await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The hash over all heads; docs/format.md specifies the bytes.</summary>
    internal static ChainHash HashOf(IEnumerable<StreamHeadHash> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[4 + 16 + 8 + ChainHash.Size];
        foreach (StreamHeadHash head in heads.OrderBy(head => head.StreamId, StringComparer.Ordinal))
        {
            byte[] id = Encoding.UTF8.GetBytes(head.StreamId);
            BinaryPrimitives.WriteInt32LittleEndian(bytes, id.Length);
            hash.AppendData(bytes[..4]);
            hash.AppendData(id);
            head.Incarnation.Write(bytes);
            BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], head.Version);
            head.Hash.Write(bytes[24..]);
            hash.AppendData(bytes[..(24 + ChainHash.Size)]);
        }

        _ = hash.GetHashAndReset(bytes);
        return new(bytes[..ChainHash.Size]);
    }

    private static void Start(AppendBatch batch, long version)
    {
        batch.StartSystem(SystemStreams.Anchors);
        batch.ExpectedVersion = ExpectedVersion.At(version);
    }

    private static void WriteHeads(PooledBuffer buffer, StreamHeadHash[] heads)
    {
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(1);
        writer.WriteArrayHeader(heads.Length);
        foreach (StreamHeadHash head in heads)
        {
            head.Write(ref writer);
        }

        writer.Flush();
    }

    private static void WriteAnchor(PooledBuffer buffer, StoreAnchor anchor)
    {
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        anchor.Hash.Write(hash);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(3);
        writer.Write(anchor.Offset);
        writer.Write(anchor.Streams);
        writer.Write(hash);
        writer.Flush();
    }

    // What cannot be read gives another hash, or no anchor: nothing that needs a word of its own.
    private static StoreAnchor? Read(EventPage page, in RecordedEvent recorded, Dictionary<string, StreamHeadHash> heads)
    {
        try
        {
            RecordSchema schema = page.Types[recorded.TypeIndex];
            var reader = new MessagePackReader(page.PayloadOf(recorded));
            _ = reader.ReadArrayHeader();
            if (schema.Equals(AnchorSchema))
            {
                return new(reader.ReadInt64(), reader.ReadInt64(), new(reader.ReadBinarySpan()));
            }

            int count = schema.Equals(HeadsSchema) ? reader.ReadArrayHeader() : 0;
            for (int i = 0; i < count; i++)
            {
                var head = StreamHeadHash.Read(ref reader);
                if (head.Version > 0)
                {
                    heads[head.StreamId] = head;
                }
                else
                {
                    _ = heads.Remove(head.StreamId);
                }
            }
        }
        catch (Exception exception) when (exception is MessagePackFormatException or ArgumentException)
        {
            return null;
        }

        return null;
    }
}
