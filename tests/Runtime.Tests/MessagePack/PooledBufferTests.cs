using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

public class PooledBufferTests
{
    [Fact]
    public void It_grows_and_keeps_what_is_written()
    {
        using var buffer = new PooledBuffer(1);
        for (int i = 0; i < 10_000; i++)
        {
            buffer.GetSpan(1)[0] = (byte)i;
            buffer.Advance(1);
        }

        Assert.Equal(10_000, buffer.Length);
        Assert.All(Enumerable.Range(0, 10_000), i => Assert.Equal((byte)i, buffer.WrittenSpan[i]));
    }

    [Fact]
    public void A_writer_publishes_on_flush_and_goes_on_behind_what_is_there()
    {
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.Write(1);
        Assert.Equal(0, buffer.Length);
        writer.Flush();
        writer.Write(2);
        writer.Flush();
        writer = new MessagePackWriter(buffer);
        writer.WriteRaw([3, 4]);
        Assert.Equal(4, writer.Position);
        writer.Flush();
        Assert.Equal([1, 2, 3, 4], buffer.WrittenMemory.ToArray());
    }

    [Fact]
    public void A_writer_that_gives_up_after_growing_leaves_nothing_behind()
    {
        using var buffer = new PooledBuffer(1);
        var writer = new MessagePackWriter(buffer);
        writer.Write(1);
        writer.Flush();
        writer.Write(new string('x', 100_000));
        Assert.Equal([1], buffer.WrittenSpan.ToArray());
    }

    [Fact]
    public void Truncate_and_clear_forget_the_end()
    {
        using var buffer = new PooledBuffer();
        buffer.GetMemory(4).Span[..4].Fill(7);
        buffer.Advance(4);
        buffer.Truncate(1);
        Assert.Equal([7], buffer.WrittenSpan.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(int.MaxValue));
        buffer.Clear();
        Assert.Equal(0, buffer.Length);
    }

    [Fact]
    public void After_dispose_it_cannot_be_used()
    {
        var buffer = new PooledBuffer();
        buffer.Dispose();
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.Length);
        Assert.Throws<ObjectDisposedException>(() => buffer.WrittenSpan.Length);
        Assert.Throws<ObjectDisposedException>(() => buffer.GetSpan(1).Length);
        Assert.Throws<ObjectDisposedException>(() => buffer.Advance(0));
        Assert.Throws<ObjectDisposedException>(() => buffer.Clear());
        Assert.Throws<ObjectDisposedException>(() => new MessagePackWriter(buffer).Position);
    }
}
