namespace Daybook.FileStoreTests;

/// <summary>Draws one of the disks that a power loss may leave, for histories with too many of them.</summary>
internal static class CrashSample
{
    internal static CrashImage Of(CrashPoint point, Random random)
    {
        int wholes = random.Next(3);
        PieceState[][] states = [.. point.Undecided.Select(operation => StatesOf(operation, random, isWhole: wholes == 0 || (wholes == 1 && random.Next(2) == 0)))];
        long? end = random.Next(2) == 0 ? point.Ends[^1] : point.Ends[random.Next(point.Ends.Count)];
        return point.Build(states, point.NameCounts[random.Next(point.NameCounts.Count)], end);
    }

    private static PieceState[] StatesOf(UndecidedOperation operation, Random random, bool isWhole)
    {
        var states = new PieceState[operation.Pieces];
        for (int piece = 0; piece < states.Length; piece++)
        {
            ReadOnlySpan<PieceState> possible = operation.StatesOf(piece);
            states[piece] = isWhole ? PieceState.There : possible[random.Next(possible.Length)];
        }

        return states;
    }
}
