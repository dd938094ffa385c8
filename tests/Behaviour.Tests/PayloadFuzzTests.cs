using Daybook.Behaviour.Tests.Samples;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Tests;

namespace Daybook.Behaviour.Tests;

/// <summary>Damaged payloads: generated code and everything that walks payloads by schema read them or say what is wrong.</summary>
public class PayloadFuzzTests
{
    private const int Count = 60_000;

    [Fact]
    public void A_damaged_payload_is_read_or_refused()
    {
        int refused = 0;
        foreach (int seed in FuzzSeeds.Of(Count))
        {
            var random = new Random(seed);
            Sample sample = SampleList.All[random.Next(SampleList.All.Count)];
            byte[] payload = Damage(sample.Payload, random);
            foreach (Action<byte[]> read in new[] { sample.Read, bytes => PayloadJson.ToJson(sample.Schema, bytes), bytes => PayloadDisplay.ToDisplay(sample.Schema, bytes), bytes => PayloadComparer.Compare(sample.Schema, sample.Payload, bytes) })
            {
                try
                {
                    read(payload);
                }
                catch (MessagePackFormatException)
                {
                    refused++;
                }
                catch (Exception exception)
                {
                    Assert.Fail($"Seed {seed}, {sample.Name}, {Convert.ToHexString(payload)}: {exception}");
                }
            }
        }

        Assert.NotEqual(0, refused);
    }

    private static byte[] Damage(byte[] payload, Random random)
    {
        List<byte> bytes = [.. payload];
        for (int changes = 1 + random.Next(4); changes > 0; changes--)
        {
            int at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < bytes.Count:
                    // Codes of lengths and extensions.
                    bytes[at] = (byte)random.Next(0xC0, 0x100);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(8), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, [.. bytes.Skip(random.Next(bytes.Count + 1)).Take(random.Next(16))]);
                    break;
                case 5 when random.Next(8) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
