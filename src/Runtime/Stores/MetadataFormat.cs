using System.Collections.Immutable;
using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Metadata as a MessagePack array: correlation, causation, actor, source, headers.</summary>
internal static class MetadataFormat
{
    private const int Parts = 5;

    internal static void Write(PooledBuffer buffer, EventMetadata metadata)
    {
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(Parts);
        writer.Write(metadata.CorrelationId);
        writer.Write(metadata.CausationId);
        writer.Write(metadata.Actor);
        writer.Write(metadata.Source);
        writer.WriteMapHeader(metadata.Headers.Count);
        foreach ((string name, string value) in metadata.Headers)
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Flush();
    }

    internal static EventMetadata Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new MessagePackReader(bytes);
            if (reader.ReadArrayHeader() < Parts)
            {
                throw new InvalidDataException("Metadata is too short");
            }

            string? correlation = reader.ReadString();
            string? causation = reader.ReadString();
            string? actor = reader.ReadString();
            string? source = reader.ReadString();
            int count = reader.ReadMapHeader();
            ImmutableSortedDictionary<string, string> headers = EventMetadata.Empty.Headers;
            if (count > 0)
            {
                ImmutableSortedDictionary<string, string>.Builder builder = headers.ToBuilder();
                for (int i = 0; i < count; i++)
                {
                    builder[reader.ReadRequiredString()] = reader.ReadRequiredString();
                }

                headers = builder.ToImmutable();
            }

            return new() { CorrelationId = correlation, CausationId = causation, Actor = actor, Source = source, Headers = headers };
        }
        catch (MessagePackFormatException exception)
        {
            throw new InvalidDataException("Metadata cannot be read", exception);
        }
    }
}
