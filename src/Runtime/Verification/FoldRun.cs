using Daybook.MessagePack;

namespace Daybook;

/// <summary>A stream being folded in one of several ways.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class FoldRun<TState> : IDisposable
    where TState : IState<TState>
{
    private readonly FoldVariant _variant;
    private readonly bool _skipUnknown;
    private readonly PooledBuffer _bytes = new();
    private TState _state;
    private long _sinceRestore;

    internal FoldRun(FoldVariant variant, StreamSteps steps)
    {
        _variant = variant;
        _skipUnknown = steps.Options.SkipUnknownEvents;
        Version = variant.Snapshot is null ? steps.Info.FirstSequence : variant.SnapshotVersion;
        using var culture = new CultureScope(variant.Culture);
        _state = (variant.Snapshot ?? steps.Start) is { } start ? Read(start) : TState.Initial;
    }

    /// <summary>The way in words.</summary>
    internal string Name => _variant.Name;

    /// <summary>The version of the stream that the state is at.</summary>
    internal long Version { get; private set; }

    /// <summary>Folds the events of a step that the state does not have yet.</summary>
    internal void Fold(in FoldStep step)
    {
        using var culture = new CultureScope(_variant.Culture);
        int start = step.Start;
        int end = step.Start + step.Count;
        while (start < end && step.Page.Events[start].Sequence < Version)
        {
            start++;
        }

        while (start < end)
        {
            int count = _variant.RestoreEvery == 0 ? end - start : (int)Math.Min(end - start, _variant.RestoreEvery - _sinceRestore);
            _state = Folder.Fold(_state, step.Page, start, count, _skipUnknown);
            start += count;
            Version = step.Page.Events[start - 1].Sequence + 1;
            _sinceRestore += count;
            if (_sinceRestore == _variant.RestoreEvery)
            {
                _state = Read(WriteState());
                _sinceRestore = 0;
            }
        }
    }

    /// <summary>Writes the state as it is now.</summary>
    /// <returns>Its bytes, valid until the run goes on.</returns>
    internal ReadOnlySpan<byte> Write()
    {
        using var culture = new CultureScope(_variant.Culture);
        return WriteState();
    }

    public void Dispose() => _bytes.Dispose();

    private static TState Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new MessagePackReader(bytes);
        return TState.Read(ref reader);
    }

    private ReadOnlySpan<byte> WriteState()
    {
        _bytes.Clear();
        Snapshots.Write(_bytes, _state);
        return _bytes.WrittenSpan;
    }
}
