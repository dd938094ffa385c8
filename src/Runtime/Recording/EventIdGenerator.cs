namespace Daybook;

/// <summary>
/// Makes UUIDv7 that rise from one to the next (RFC 9562 §6.2, method 2): a millisecond starts at a random point and
/// counts up from there. Safe for concurrent use.
/// </summary>
internal sealed class EventIdGenerator
{
    private readonly Lock _lock = new();
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

        // A random UUID holds enough strong random bits, and does not load a cryptographic library as other sources do.
        var random = new EventId(Guid.NewGuid());
        _high = random.High & 0xFFF;
        _low = random.Low & ((1UL << 62) - 1);
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
