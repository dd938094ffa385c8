using System.Runtime.InteropServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>How much a load had to fold.</summary>
/// <param name="Events">How many events.</param>
/// <param name="Bytes">How many bytes of payload.</param>
/// <param name="StartBytes">How long the snapshot or baseline was that the load started from; 0 when there was none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LoadCost(long Events, long Bytes, int StartBytes)
{
    internal LoadCost With(ReadOnlySpan<RecordedEvent> events)
    {
        long bytes = Bytes;
        foreach (ref readonly RecordedEvent recorded in events)
        {
            bytes += recorded.PayloadLength;
        }

        return this with { Events = Events + events.Length, Bytes = bytes };
    }
}
