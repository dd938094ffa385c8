namespace Daybook.FileStoreTests;

/// <summary>Every disk that a power loss at one point may leave.</summary>
internal static class EveryCrash
{
    // Up to here every subset of an operation's pieces is taken. A write of more sectors than ten would have thousands of
    // subsets and one of a whole segment 2^128, so of such a write only those subsets are taken that a store could take
    // for something else: every beginning, every end, all but one sector and one sector alone. The store tells a group
    // from a torn one by one checksum over all of it, so which of its sectors are missing makes no other difference.
    private const int MostSubsets = 1024;

    internal static IEnumerable<CrashImage> Of(CrashPoint point)
    {
        PieceState[][][] subsets = [.. point.Undecided.Select(SubsetsOf)];
        var states = new PieceState[subsets.Length][];
        int[] chosen = new int[subsets.Length];
        int carry;
        do
        {
            for (int i = 0; i < states.Length; i++)
            {
                states[i] = subsets[i][chosen[i]];
            }

            foreach (int nameCount in point.NameCounts)
            {
                CrashImage image = point.Build(states, nameCount, null);
                foreach (long? end in point.Ends)
                {
                    yield return image with { End = end };
                }
            }

            // Counts on, with a digit for each operation.
            for (carry = 0; carry < chosen.Length && ++chosen[carry] == subsets[carry].Length; carry++)
            {
                chosen[carry] = 0;
            }
        }
        while (carry < chosen.Length);
    }

    private static PieceState[][] SubsetsOf(UndecidedOperation operation)
    {
        double count = 1;
        for (int piece = 0; piece < operation.Pieces; piece++)
        {
            count *= operation.StatesOf(piece).Length;
        }

        return count <= MostSubsets ? AllSubsetsOf(operation) : SomeSubsetsOf(operation);
    }

    private static PieceState[][] AllSubsetsOf(UndecidedOperation operation)
    {
        List<PieceState[]> subsets = [[]];
        for (int piece = 0; piece < operation.Pieces; piece++)
        {
            PieceState[] possible = [.. operation.StatesOf(piece)];
            subsets = [.. subsets.SelectMany(subset => possible.Select(state => (PieceState[])[.. subset, state]))];
        }

        return [.. subsets];
    }

    private static PieceState[][] SomeSubsetsOf(UndecidedOperation operation)
    {
        int pieces = operation.Pieces;
        var subsets = new List<PieceState[]>();
        foreach (PieceState missing in (PieceState[])(operation.Grows ? [PieceState.Lost, PieceState.Hole] : [PieceState.Lost]))
        {
            for (int place = 0; place < pieces; place++)
            {
                Add(missing, piece => piece < place);
                Add(missing, piece => piece > place);
                Add(missing, piece => piece == place);
                Add(missing, piece => piece != place);
            }
        }

        subsets.Add([.. Enumerable.Repeat(PieceState.There, pieces)]);
        return [.. subsets];

        void Add(PieceState missing, Func<int, bool> isThere) =>
            subsets.Add([.. Enumerable.Range(0, pieces).Select(piece => isThere(piece) ? PieceState.There : missing)]);
    }
}
