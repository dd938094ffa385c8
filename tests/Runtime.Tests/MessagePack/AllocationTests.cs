using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

public class AllocationTests
{
    private static readonly Uri Address = new("https://example.org/");
    private static readonly Version Release = new(1, 2, 3);
    private static readonly string LongText = new('ä', 5_000);

    [Fact]
    public void Writing_allocates_nothing() => AllocatesNothing(static (ref writer) =>
    {
        writer.Enter();
        writer.WriteArrayHeader(3);
        writer.Write("short");
        writer.Write(LongText);
        writer.Write(-1234567890123);
        writer.Write(1.5);
        writer.Write(12.50m);
        writer.Write(Guid.Empty);
        writer.Write(DateTime.UnixEpoch);
        writer.Write(DateTimeOffset.UnixEpoch);
        writer.Write(Address);
        writer.Write(Release);
        writer.Exit();
    });

    [Fact]
    public void Sorting_allocates_nothing() => AllocatesNothing(static (ref writer) =>
    {
        int start = writer.Position;
        for (int i = 1000; i > 0; i--)
        {
            writer.Write(i);
        }

        writer.SortSet(start, 1000);
    });

    [Fact]
    public void Skipping_and_reading_values_allocates_nothing()
    {
        byte[] bytes = Wire.Bytes(0, static (ref w, _) =>
        {
            w.WriteArrayHeader(3);
            w.Write(DateTimeOffset.UnixEpoch);
            w.Write(Guid.Empty);
            w.Write(1.25m);
        });
        long before = 0;
        for (int i = 0; i < 100; i++)
        {
            before = i == 90 ? GC.GetAllocatedBytesForCurrentThread() : before;
            var reader = new MessagePackReader(bytes);
            reader.Skip();
            reader = new MessagePackReader(bytes);
            reader.ReadArrayHeader();
            reader.ReadDateTimeOffset();
            reader.ReadGuid();
            reader.ReadDecimal();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private delegate void Writing(ref MessagePackWriter writer);

    private static void AllocatesNothing(Writing write)
    {
        using var buffer = new PooledBuffer();
        long before = 0;
        for (int i = 0; i < 100; i++)
        {
            before = i == 90 ? GC.GetAllocatedBytesForCurrentThread() : before;
            buffer.Clear();
            var writer = new MessagePackWriter(buffer);
            write(ref writer);
            writer.Flush();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
