namespace Daybook.Stores;

/// <summary>The bytes of a segment, those first that are still on their way to disk. Under the store's lock.</summary>
internal sealed class PendingBytes(Segment segment, GroupCommit commit, IByteSource? file) : IByteSource
{
    public int ReadAt(Span<byte> destination, long position)
    {
        int total = 0;
        while (total < destination.Length)
        {
            if (!commit.TryReadPending(segment, destination[total..], position + total, out int read))
            {
                // One file holds what is written; where that ends, the pending bytes begin.
                int wanted = (int)Math.Min(destination.Length - total, Math.Max(0, segment.CommittedEnd - position - total));
                read = file is null || wanted == 0 ? 0 : file.ReadAt(destination.Slice(total, wanted), position + total);
            }

            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }
}
