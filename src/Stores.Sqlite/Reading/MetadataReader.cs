using Daybook.MessagePack;

namespace Daybook.Stores.Sqlite;

/// <summary>Reads the metadata of events. Events that carry the same share one object, as neighbours nearly always do.</summary>
internal sealed class MetadataReader(MetadataCache cache) : IDisposable
{
    private readonly PooledBuffer _buffer = new();

    /// <summary>Reads the metadata of an event that has some.</summary>
    internal EventMetadata Read(in Rows rows, Connection connection)
    {
        // The form of MetadataFormat, which the cache decodes.
        _buffer.Clear();
        var writer = new MessagePackWriter(_buffer);
        writer.WriteArrayHeader(5);
        for (int column = EventColumns.Correlation; column <= EventColumns.Source; column++)
        {
            if (rows.IsNull(column))
            {
                writer.WriteNil();
            }
            else
            {
                writer.WriteUtf8(rows.Bytes(column));
            }
        }

        int headers = (int)Math.Clamp(rows.Number(EventColumns.Headers), 0, int.MaxValue);
        writer.WriteMapHeader(headers);
        if (headers > 0)
        {
            using Rows found = connection.Cached("SELECT name, value FROM headers WHERE offset = ?1").Bind(1, rows.Number(EventColumns.Offset)).Run();
            while (found.Next())
            {
                writer.WriteUtf8(found.Bytes(0));
                writer.WriteUtf8(found.Bytes(1));
            }
        }

        writer.Flush();
        return cache.Decode(_buffer.WrittenSpan);
    }

    public void Dispose() => _buffer.Dispose();
}
