using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Daybook;

/// <summary>
/// Makes UUIDv7 that rise from one to the next (RFC 9562 §6.2, method 2): a millisecond starts at a random point and
/// counts up from there. Safe for concurrent use.
/// </summary>
internal sealed class EventIdGenerator
{
    private const int RandomBytesPerMillisecond = 10;

    // The system's generator costs as much as an append; a short buffer shares its price among many milliseconds.
    private readonly byte[] _random = new byte[RandomBytesPerMillisecond * 12];
    private readonly Lock _lock = new();
    private int _randomUsed = int.MaxValue;
    private long _millisecond = -1;
    private ulong _high;
    private ulong _low;

    /// <summary>Makes an id that is greater than all before it, also when the clock goes back.</summary>
    /// <param name="now">The present.</param>
    internal EventId Next(DateTimeOffset now)
    {
        long millisecond = Math.Max(now.ToUnixTimeMilliseconds(), 0);
        lock (_lock)
        {
            if (millisecond > _millisecond)
            {
                StartAt(millisecond);
            }
            else
            {
                Count();
            }

            // Version 7 in front of the upper 12 random bits, variant 2 in front of the lower 62.
            return new(((ulong)_millisecond << 16) | 0x7000 | _high, (1UL << 63) | _low);
        }
    }

    private void StartAt(long millisecond)
    {
        _millisecond = millisecond;
        if (_randomUsed > _random.Length - RandomBytesPerMillisecond)
        {
            RandomNumberGenerator.Fill(_random);
            _randomUsed = 0;
        }

        ReadOnlySpan<byte> random = _random.AsSpan(_randomUsed, RandomBytesPerMillisecond);
        _high = BinaryPrimitives.ReadUInt16BigEndian(random) & 0xFFFUL;
        _low = BinaryPrimitives.ReadUInt64BigEndian(random[2..]) & ((1UL << 62) - 1);
        _randomUsed += RandomBytesPerMillisecond;
    }

    private void Count()
    {
        if (++_low < 1UL << 62)
        {
            return;
        }

        _low = 0;
        if (++_high > 0xFFF)
        {
            // All of a millisecond's numbers are used: the next one starts before its time.
            StartAt(_millisecond + 1);
        }
    }
}
