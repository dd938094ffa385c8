namespace Daybook.Stores;

/// <summary>Finds the groups of a segment, also behind damage.</summary>
internal static class SalvageScan
{
    /// <summary>The next group that verifies; 0 for its length when there is none.</summary>
    internal static int Next(ReadOnlySpan<byte> segment, int from, out int position)
    {
        for (position = from; position + GroupFormat.FrameSize < segment.Length; position++)
        {
            int length = GroupFrame.LengthOf(segment[position..], segment.Length - position);
            if (length > 0 && GroupFrame.IsSound(segment.Slice(position, length)))
            {
                return length;
            }

            // Behind the last group there are zeros to the end.
            if (length == 0 && segment[position] == 0)
            {
                int zeros = segment[position..].IndexOfAnyExcept((byte)0);
                if (zeros < 0)
                {
                    break;
                }

                // The length that follows may begin with some of them.
                position += Math.Max(0, zeros - sizeof(int));
            }
        }

        position = from + segment[from..].TrimEnd((byte)0).Length;
        return 0;
    }
}
