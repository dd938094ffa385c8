namespace Daybook.Compiler.Tests.Interop;

/// <summary>Code that goes through the generated resolver; <see cref="ResolverTests"/> runs its methods.</summary>
internal static class ShopProgram
{
    public const string Source =
        """
        #nullable enable
        using System;
        using System.Buffers;
        using Daybook;
        using Daybook.Generated;
        using MessagePack;
        using MessagePack.Formatters;
        using Shop;

        public static class Program
        {
            private static readonly MessagePackSerializerOptions Options = new(TestAssemblyMessagePackResolver.Instance);

            public static string Event() => BothWays(new Opened("ada", new byte[] { 1, 2 }), OwnEvent(new Opened("ada", new byte[] { 1, 2 })));
            public static string StructEvent() => BothWays(new Moved(1, -1), OwnEvent(new Moved(1, -1)));
            public static string State() => BothWays(new Cart { Customer = "ada" }, OwnState(new Cart { Customer = "ada" }));
            public static string StructState() => BothWays(new Place(3), OwnState(new Place(3)));
            public static string NullableStruct() => BothWays<Moved?>(new Moved(1, -1), OwnEvent(new Moved(1, -1)));
            public static string NullEvent() => BothWays<Opened?>(null, "c0");
            public static string NullState() => BothWays<Cart?>(null, "c0");
            public static string NullStruct() => BothWays<Moved?>(null, "c0");

            public static string Attributed()
            {
                var value = new Noted(5, "ada", new Line(new Dot(1), null), Local: 7);
                return BothWays(value, OwnEvent(value));
            }

            public static string OldSpec() => Write(new Moved(1, 2), oldSpec: true);
            public static string NilForStruct() => Read<Moved>("c0");
            public static string OtherType() => Read<Opened>("01");
            public static string TooShort() => Read<Opened>("92a3");
            public static string LaterMembers() => Read<Moved>("93010203");
            public static string EarlierMembers() => Read<Opened>("91a3616461");
            public static string Unknown() => $"{Formatter<string>()} {Formatter<object>()} {Formatter<int?>()}";
            public static string SameFormatter() => $"{ReferenceEquals(Formatter<Opened>(), Formatter<Opened>())}";

            private static string BothWays<T>(T value, string own)
            {
                string bytes = Write(value);
                return bytes == own ? $"{bytes} {Read<T>(bytes)}" : $"{bytes} is not {own}";
            }

            private static string OwnEvent<T>(T value) where T : IEvent<T>
            {
                using var buffer = new Daybook.MessagePack.PooledBuffer();
                var writer = new Daybook.MessagePack.MessagePackWriter(buffer);
                T.Write(ref writer, in value);
                writer.Flush();
                return Convert.ToHexStringLower(buffer.WrittenSpan);
            }

            private static string OwnState<T>(T value) where T : IState<T>
            {
                using var buffer = new Daybook.MessagePack.PooledBuffer();
                var writer = new Daybook.MessagePack.MessagePackWriter(buffer);
                T.Write(ref writer, in value);
                writer.Flush();
                return Convert.ToHexStringLower(buffer.WrittenSpan);
            }

            private static string Write<T>(T value, bool oldSpec = false)
            {
                var buffer = new ArrayBufferWriter<byte>();
                var writer = new MessagePackWriter(buffer) { OldSpec = oldSpec };
                Formatter<T>()!.Serialize(ref writer, value, Options);
                writer.Flush();
                return Convert.ToHexStringLower(buffer.WrittenSpan);
            }

            // Another value stands behind it, and nothing of that is read; a second time each byte is a segment of its own.
            private static string Read<T>(string hex)
            {
                byte[] bytes = Convert.FromHexString(hex + (hex == "92a3" ? "" : "01"));
                var whole = new MessagePackReader(bytes);
                string value = Show(Formatter<T>()!.Deserialize(ref whole, Options));
                var pieces = new MessagePackReader(Piece.Cut(bytes));
                string again = Show(Formatter<T>()!.Deserialize(ref pieces, Options));
                return value == again && whole.Consumed == hex.Length / 2 && pieces.Consumed == whole.Consumed ? value : $"{value} is not {again}";
            }

            private static IMessagePackFormatter<T>? Formatter<T>() => Options.Resolver.GetFormatter<T>();

            private static string Show(object? value) => value switch
            {
                null => "null",
                Opened { Token: { } token } opened => $"{opened.Customer} {Convert.ToHexStringLower(token)}",
                _ => value.ToString()!,
            };

            private sealed class Piece : ReadOnlySequenceSegment<byte>
            {
                public static ReadOnlySequence<byte> Cut(byte[] bytes)
                {
                    var first = new Piece { Memory = bytes.AsMemory(0, 1) };
                    Piece last = first;
                    for (int i = 1; i < bytes.Length; i++)
                    {
                        var next = new Piece { Memory = bytes.AsMemory(i, 1), RunningIndex = i };
                        last.Next = next;
                        last = next;
                    }

                    return new(first, 0, last, 1);
                }
            }
        }
        """;
}
