namespace Daybook.Llm;

/// <summary>Makes UUIDv7 that rise from one to the next (RFC 9562 §6.2, method 1: the 12 bits behind the time count). Safe for concurrent use.</summary>
internal sealed class StreamIdGenerator(TimeProvider timeProvider)
{
    private const int Counters = 1 << 12;

    private readonly Lock _lock = new();
    private long _millisecond = -1;
    private int _counter;

    internal Guid Next()
    {
        (long millisecond, int counter) = Count();
        Span<byte> bytes = stackalloc byte[16];
        _ = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(millisecond)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)counter;
        return new(bytes, bigEndian: true);
    }

    private (long Millisecond, int Counter) Count()
    {
        long now = Math.Max(timeProvider.GetUtcNow().ToUnixTimeMilliseconds(), 0);
        lock (_lock)
        {
            if (now > _millisecond)
            {
                (_millisecond, _counter) = (now, 0);
            }
            else if (++_counter == Counters)
            {
                // All of a millisecond's numbers are used: the next one starts before its time.
                (_millisecond, _counter) = (_millisecond + 1, 0);
            }

            return (_millisecond, _counter);
        }
    }
}
