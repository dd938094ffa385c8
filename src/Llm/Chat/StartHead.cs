using Daybook.MessagePack;

namespace Daybook.Llm;

/// <summary>Reads STARTs without their requests, which may be megabytes of JSON that nobody wants to see.</summary>
internal static class StartHead
{
    private static readonly EventDescriptor Start = EventDescriptor.Of<StartEvent>();
    private static readonly int Request = Start.Schema.Record.Members.Single(static member => member.Name is nameof(StartEvent.Request)).Key;

    internal static StartEvent Read(ReadOnlySpan<byte> payload)
    {
        using var buffer = new PooledBuffer();
        var reader = new MessagePackReader(payload);
        var writer = new MessagePackWriter(buffer);
        int count = reader.EnterArray();
        writer.WriteArrayHeader(count);
        for (int key = 0; key < count; key++)
        {
            ReadOnlySpan<byte> member = reader.ReadRaw();
            if (key == Request)
            {
                writer.WriteNil();
            }
            else
            {
                writer.WriteRaw(member);
            }
        }

        writer.Flush();
        return (StartEvent)Start.Read(buffer.WrittenSpan);
    }
}
