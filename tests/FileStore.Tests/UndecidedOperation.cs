namespace Daybook.FileStoreTests;

/// <summary>A write, or a change of a length, of which a disk may hold any part after a power loss.</summary>
/// <param name="Index">The operation's place in the history.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Grows">Whether it is not sure that the file was as long before.</param>
internal sealed record UndecidedOperation(int Index, DiskOperation Operation, bool Grows)
{
    private const int Sector = 512;

    private readonly int _sectors = Operation.Kind == DiskOperationKind.Write
        ? (((int)Operation.Position + Operation.Bytes!.Length - 1) / Sector) - ((int)Operation.Position / Sector) + 1
        : 1;

    /// <summary>How many pieces there are: the sectors of a write; a length changes or does not.</summary>
    internal int Pieces => _sectors;

    /// <summary>The states of a piece. A hole and written zeros are the same.</summary>
    internal ReadOnlySpan<PieceState> StatesOf(int piece) =>
        Grows && Operation.Bytes.AsSpan()[RangeOf(piece)].ContainsAnyExcept((byte)0)
            ? [PieceState.Lost, PieceState.There, PieceState.Hole]
            : [PieceState.Lost, PieceState.There];

    /// <summary>Does to a file what became of the pieces.</summary>
    internal void Apply(PieceState[] states, ref byte[] content)
    {
        for (int piece = 0; piece < states.Length; piece++)
        {
            if (states[piece] == PieceState.Lost)
            {
                continue;
            }

            if (Operation.Kind == DiskOperationKind.SetLength)
            {
                Array.Resize(ref content, (int)Operation.Position);
                continue;
            }

            Range range = RangeOf(piece);
            int end = (int)Operation.Position + range.End.Value;
            if (content.Length < end)
            {
                Array.Resize(ref content, end);
            }

            if (states[piece] == PieceState.There)
            {
                Operation.Bytes.AsSpan()[range].CopyTo(content.AsSpan((int)Operation.Position + range.Start.Value));
            }
        }
    }

    private Range RangeOf(int piece)
    {
        int first = (int)Operation.Position / Sector;
        int start = Math.Max(0, ((first + piece) * Sector) - (int)Operation.Position);
        int end = Math.Min(Operation.Bytes!.Length, ((first + piece + 1) * Sector) - (int)Operation.Position);
        return start..end;
    }
}
