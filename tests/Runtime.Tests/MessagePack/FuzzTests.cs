using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Tests.Schema;

namespace Daybook.Tests.MessagePack;

/// <summary>
/// 1,200,000 inputs from fixed seeds: random bytes, random codes, and valid payloads with bytes changed, cut, put in and doubled. Whatever they
/// hold, readers and everything above them throw nothing but the format exception, and allocate nothing out of proportion.
/// </summary>
public class FuzzTests
{
    private const int Rounds = 8;

    private delegate void Reading(ref MessagePackReader reader);

    private static readonly Reading[] Readings =
    [
        static (ref r) => r.Skip(),
        static (ref r) => r.ReadRaw(),
        static (ref r) => r.PeekType(),
        static (ref r) => r.TryReadNil(),
        static (ref r) => r.ReadBoolean(),
        static (ref r) => r.ReadSByte(),
        static (ref r) => r.ReadByte(),
        static (ref r) => r.ReadInt16(),
        static (ref r) => r.ReadUInt16(),
        static (ref r) => r.ReadInt32(),
        static (ref r) => r.ReadUInt32(),
        static (ref r) => r.ReadInt64(),
        static (ref r) => r.ReadUInt64(),
        static (ref r) => r.ReadSingle(),
        static (ref r) => r.ReadDouble(),
        static (ref r) => r.ReadChar(),
        static (ref r) => r.ReadString(),
        static (ref r) => r.ReadRequiredString(),
        static (ref r) => r.ReadStringSpan(),
        static (ref r) => r.ReadAppendableText(),
        static (ref r) => r.ReadDecimal(),
        static (ref r) => r.ReadGuid(),
        static (ref r) => r.ReadDateTime(),
        static (ref r) => r.ReadDateTimeOffset(),
        static (ref r) => r.ReadTimeSpan(),
        static (ref r) => r.ReadDateOnly(),
        static (ref r) => r.ReadTimeOnly(),
        static (ref r) => r.ReadUri(),
        static (ref r) => r.ReadVersion(),
        static (ref r) => r.ReadJsonElement(),
        static (ref r) => r.ReadBytes(),
        static (ref r) => r.ReadMemory(),
        static (ref r) => r.ReadBinarySpan(),
        static (ref r) => r.ReadArrayHeader(),
        static (ref r) => r.ReadMapHeader(),
        static (ref r) => r.ReadData(r.ReadExtensionHeader().Length),
        static (ref r) => r.ReadTimestamp(out _, out _),
    ];

    [Fact]
    public void Random_bytes_meet_every_read() => Parallel.For(0, Rounds, round =>
    {
        var random = new Random(round);
        Span<byte> input = stackalloc byte[48];
        for (int i = 0; i < 100_000; i++)
        {
            var bytes = input[..random.Next(1, input.Length)];
            random.NextBytes(bytes);
            Read(bytes, Readings[i % Readings.Length]);
        }
    });

    [Fact]
    public void Random_walks_over_valid_values_and_mutations_of_them() => Parallel.For(0, Rounds, round =>
    {
        var random = new Random(100 + round);
        for (int i = 0; i < 2_500; i++)
        {
            byte[] payload = new RandomPayload(random).Bytes(new(RandomSchema.Line(random)));
            for (int variation = 0; variation < 10; variation++)
            {
                Walk(Mutate(random, payload), random);
            }
        }
    });

    [Fact]
    public void Mutated_payloads_meet_json_comparison_and_display() => Parallel.For(0, Rounds, round =>
    {
        var random = new Random(200 + round);
        for (int i = 0; i < 1_250; i++)
        {
            var schema = new RecordSchema(RandomSchema.Line(random));
            byte[] payload = new RandomPayload(random).Bytes(schema);
            for (int variation = 0; variation < 20; variation++)
            {
                byte[] mutated = Mutate(random, payload);
                switch (variation % 3)
                {
                    case 0:
                        Guard(mutated, () => PayloadJson.ToJson(schema, mutated));
                        break;
                    case 1:
                        Guard(mutated, () => PayloadDisplay.ToDisplay(schema, mutated));
                        break;
                    default:
                        Guard(mutated, () => PayloadComparer.Compare(schema, payload, mutated));
                        break;
                }
            }
        }
    });

    [Fact]
    public void A_short_input_never_makes_a_reader_allocate_much()
    {
        foreach (string hex in new[] { "ddffffffff", "dfffffffff", "dbffffffff", "c6ffffffff", "c9ffffffff05" })
        {
            byte[] input = Convert.FromHexString(hex);
            foreach (var reading in Readings)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Read(input, reading);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
            }
        }
    }

    private static void Walk(ReadOnlySpan<byte> input, Random random)
    {
        var reader = new MessagePackReader(input);
        try
        {
            while (!reader.End)
            {
                Step(ref reader, random);
            }
        }
        catch (MessagePackFormatException exception)
        {
            Assert.InRange(exception.Position, 0, input.Length);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail($"{exception.GetType().Name} on {Convert.ToHexStringLower(input)}: {exception}");
        }
    }

    // Mostly what fits the next value, so that walks get deep; sometimes anything.
    private static void Step(ref MessagePackReader reader, Random random)
    {
        if (random.Next(20) == 0)
        {
            Readings[random.Next(Readings.Length)](ref reader);
            return;
        }

        switch (reader.PeekType())
        {
            case MessagePackType.Array:
                reader.ReadArrayHeader();
                break;
            case MessagePackType.Map:
                reader.ReadMapHeader();
                break;
            case MessagePackType.String:
                reader.ReadString();
                break;
            case MessagePackType.Float:
                reader.ReadDouble();
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void Read(ReadOnlySpan<byte> input, Reading reading)
    {
        var reader = new MessagePackReader(input);
        try
        {
            reading(ref reader);
            Assert.InRange(reader.Position, 0, input.Length);
        }
        catch (MessagePackFormatException exception)
        {
            Assert.InRange(exception.Position, 0, input.Length);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail($"{exception.GetType().Name} on {Convert.ToHexStringLower(input)}: {exception}");
        }
    }

    private static void Guard(byte[] input, Action action)
    {
        try
        {
            action();
        }
        catch (MessagePackFormatException)
        {
        }
        catch (Exception exception)
        {
            Assert.Fail($"{exception.GetType().Name} on {Convert.ToHexStringLower(input)}: {exception}");
        }
    }

    private static byte[] Mutate(Random random, byte[] payload)
    {
        var bytes = new List<byte>(payload);
        for (int i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(1, Math.Min(8, bytes.Count - at) + 1));
                    break;
                case 3:
                    bytes.Insert(at, (byte)random.Next(0x80, 0x100));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, random.Next(1, Math.Min(16, bytes.Count - at) + 1)));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)0x91, random.Next(80)));
                    break;
            }
        }

        return [.. bytes];
    }
}
