namespace Daybook.Compiler.Tests.Interop;

/// <summary>
/// What the generated resolver uses of MessagePack-CSharp, with the signatures of tag v3.1.8 (src/MessagePack and
/// src/MessagePack.Annotations there). The bodies do what those of the library do, for as much as is declared.
/// </summary>
internal static class PeerApi
{
    public const string Source =
        """
        #nullable enable
        namespace MessagePack.Formatters
        {
            public interface IMessagePackFormatter { }

            public interface IMessagePackFormatter<T> : IMessagePackFormatter
            {
                void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options);
                T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options);
            }
        }

        namespace MessagePack
        {
            using System;
            using System.Buffers;
            using System.Buffers.Binary;
            using System.IO;
            using MessagePack.Formatters;

            public interface IFormatterResolver
            {
                IMessagePackFormatter<T>? GetFormatter<T>();
            }

            [AttributeUsage(AttributeTargets.Class)]
            public class ExcludeFormatterFromSourceGeneratedResolverAttribute : Attribute { }

            public class MessagePackSerializerOptions
            {
                public MessagePackSerializerOptions(IFormatterResolver resolver) => Resolver = resolver;
                public IFormatterResolver Resolver { get; private set; }
            }

            public ref struct MessagePackWriter
            {
                private readonly IBufferWriter<byte> writer;
                public MessagePackWriter(IBufferWriter<byte> writer) => this.writer = writer;
                public bool OldSpec { get; set; }
                public void Flush() { }
                public void WriteRaw(ReadOnlySpan<byte> rawMessagePackBlock) => writer.Write(rawMessagePackBlock);
                public void WriteRaw(in ReadOnlySequence<byte> rawMessagePackBlock) { foreach (ReadOnlyMemory<byte> part in rawMessagePackBlock) writer.Write(part.Span); }
            }

            public ref struct MessagePackReader
            {
                private SequenceReader<byte> reader;
                public MessagePackReader(ReadOnlyMemory<byte> memory) => reader = new(new ReadOnlySequence<byte>(memory));
                public MessagePackReader(scoped in ReadOnlySequence<byte> readOnlySequence) => reader = new(readOnlySequence);
                public long Consumed => reader.Consumed;

                public ReadOnlySequence<byte> ReadRaw()
                {
                    SequencePosition start = reader.Position;
                    for (long left = 1; left > 0; left--)
                    {
                        byte code = (byte)Take(1);
                        left += code switch
                        {
                            <= 0x7f or >= 0xe0 or 0xc0 or 0xc2 or 0xc3 => 0,
                            <= 0x8f => 2 * (code & 0xf),
                            <= 0x9f => code & 0xf,
                            <= 0xbf => Skip(code & 0x1f),
                            0xc4 or 0xd9 => Skip(Take(1)),
                            0xc5 or 0xda => Skip(Take(2)),
                            0xc6 or 0xdb => Skip(Take(4)),
                            0xc7 => Skip(Take(1) + 1),
                            0xc8 => Skip(Take(2) + 1),
                            0xc9 => Skip(Take(4) + 1),
                            0xca => Skip(4),
                            0xcb => Skip(8),
                            >= 0xcc and <= 0xcf => Skip(1 << (code - 0xcc)),
                            >= 0xd0 and <= 0xd3 => Skip(1 << (code - 0xd0)),
                            >= 0xd4 and <= 0xd8 => Skip((1 << (code - 0xd4)) + 1),
                            0xdc => Take(2),
                            0xdd => Take(4),
                            0xde => 2 * Take(2),
                            0xdf => 2 * Take(4),
                            _ => throw new InvalidDataException("Invalid MessagePack code was detected, code: " + code),
                        };
                    }

                    return reader.Sequence.Slice(start, reader.Position);
                }

                private long Take(int size)
                {
                    Span<byte> bytes = stackalloc byte[8];
                    if (!reader.TryCopyTo(bytes.Slice(8 - size, size))) throw new EndOfStreamException();
                    reader.Advance(size);
                    return BinaryPrimitives.ReadInt64BigEndian(bytes);
                }

                private long Skip(long count)
                {
                    if (reader.Remaining < count) throw new EndOfStreamException();
                    reader.Advance(count);
                    return 0;
                }
            }
        }
        """;

    /// <summary>The interface as tag v1.9.11 declares it.</summary>
    public const string First =
        """
        #nullable enable
        namespace MessagePack.Formatters
        {
            public interface IMessagePackFormatter { }

            public interface IMessagePackFormatter<T> : IMessagePackFormatter
            {
                int Serialize(ref byte[] bytes, int offset, T value, IFormatterResolver formatterResolver);
                T Deserialize(byte[] bytes, int offset, IFormatterResolver formatterResolver, out int readSize);
            }
        }

        namespace MessagePack
        {
            using MessagePack.Formatters;

            public interface IFormatterResolver
            {
                IMessagePackFormatter<T> GetFormatter<T>();
            }
        }
        """;
}
