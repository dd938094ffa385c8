namespace Daybook.FileStoreTests;

/// <summary>A point of a recorded history at which the power fails: what is sure to be on disk then, and what is undecided.</summary>
internal sealed class CrashPoint
{
    private readonly IReadOnlyList<DiskOperation> _operations;
    private readonly int _count;
    private readonly Dictionary<int, byte[]> _sure = [];

    internal CrashPoint(IReadOnlyList<DiskOperation> operations, int count)
    {
        _operations = operations;
        _count = count;
        bool[] isSure = FindSure();
        var undecided = new List<UndecidedOperation>();
        var lengths = new Dictionary<int, long>();
        var ends = new List<long?> { null };
        int lastDirectoryFlush = -1;
        for (int i = 0; i < count; i++)
        {
            DiskOperation operation = operations[i];
            switch (operation.Kind)
            {
                case DiskOperationKind.Write or DiskOperationKind.SetLength:
                    bool isWrite = operation.Kind == DiskOperationKind.Write;
                    long end = operation.Position + (operation.Bytes?.Length ?? 0);
                    long length = lengths.GetValueOrDefault(operation.File);
                    if (isSure[i])
                    {
                        lengths[operation.File] = isWrite ? Math.Max(length, end) : end;
                    }
                    else
                    {
                        undecided.Add(new(i, operation, isWrite && end > length));
                    }

                    break;
                case DiskOperationKind.Publish when !ends.Contains(operation.Position):
                    ends.Add(operation.Position);
                    break;
                case DiskOperationKind.FlushDirectory:
                    lastDirectoryFlush = i;
                    break;
            }
        }

        Undecided = undecided;
        Ends = ends;
        NameCounts = [lastDirectoryFlush + 1, .. Enumerable.Range(lastDirectoryFlush + 1, count - lastDirectoryFlush - 1).Where(ChangesNames).Select(static i => i + 1)];
        Replay(_sure, 0, FirstUndecided, default);
    }

    internal IReadOnlyList<UndecidedOperation> Undecided { get; }

    /// <summary>Up to which operations names may have changed: they change in order, as in a journal.</summary>
    internal IReadOnlyList<int> NameCounts { get; }

    /// <summary>The durable ends that the disk may hold: the cell is mapped, so any that was published, or none that is whole.</summary>
    internal IReadOnlyList<long?> Ends { get; }

    private int FirstUndecided => Undecided.Count > 0 ? Undecided[0].Index : _count;

    /// <summary>The disk after one choice of everything undecided.</summary>
    internal CrashImage Build(IReadOnlyList<PieceState[]> states, int nameCount, long? end)
    {
        var contents = new Dictionary<int, byte[]>();
        foreach ((int file, byte[] content) in _sure)
        {
            contents[file] = [.. content];
        }

        Replay(contents, FirstUndecided, _count, states);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (int i = 0; i < nameCount; i++)
        {
            DiskOperation operation = _operations[i];
            switch (operation.Kind)
            {
                case DiskOperationKind.Create or DiskOperationKind.Rename:
                    _ = files.Remove(operation.OldName);
                    files[operation.Name] = contents[operation.File];
                    break;
                case DiskOperationKind.Delete:
                    _ = files.Remove(operation.Name);
                    break;
            }
        }

        return new(files, end);
    }

    // What a failed flush did not write may pass for written, so that the next flush leaves it out.
    private bool[] FindSure()
    {
        var nextFlush = new Dictionary<int, DiskOperationKind>();
        bool[] isSure = new bool[_count];
        for (int i = _count - 1; i >= 0; i--)
        {
            DiskOperation operation = _operations[i];
            if (operation.Kind is DiskOperationKind.Flush or DiskOperationKind.FailedFlush)
            {
                nextFlush[operation.File] = operation.Kind;
            }

            isSure[i] = nextFlush.TryGetValue(operation.File, out DiskOperationKind flush) && flush == DiskOperationKind.Flush;
        }

        return isSure;
    }

    private bool ChangesNames(int index) => _operations[index].Kind is DiskOperationKind.Create or DiskOperationKind.Rename or DiskOperationKind.Delete;

    private void Replay(Dictionary<int, byte[]> contents, int from, int to, IReadOnlyList<PieceState[]>? states)
    {
        int next = 0;
        for (int i = from; i < to; i++)
        {
            DiskOperation operation = _operations[i];
            if (operation.Kind == DiskOperationKind.Create)
            {
                contents[operation.File] = [];
            }
            else if (operation.Kind is DiskOperationKind.Write or DiskOperationKind.SetLength)
            {
                bool isUndecided = next < Undecided.Count && Undecided[next].Index == i;
                UndecidedOperation change = isUndecided ? Undecided[next] : new(i, operation, Grows: false);
                PieceState[] happened = isUndecided ? states![next++] : [.. Enumerable.Repeat(PieceState.There, change.Pieces)];
                byte[] content = contents[operation.File];
                change.Apply(happened, ref content);
                contents[operation.File] = content;
            }
        }
    }
}
