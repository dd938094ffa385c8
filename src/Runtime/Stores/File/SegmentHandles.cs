namespace Daybook.Stores;

/// <summary>Keeps the files of a few recently read segments open: opening one costs more than reading a short stream.</summary>
internal sealed class SegmentHandles(IFileSystem files) : IDisposable
{
    internal const int MaxIdle = 8;

    private readonly Lock _gate = new();

    // The one used last at the end.
    private readonly List<SegmentHandle> _idle = [];
    private bool _isClosed;

    /// <summary>The file of a segment for one reader alone; disposing it gives it back.</summary>
    internal SegmentHandle Open(Segment segment)
    {
        lock (_gate)
        {
            int index = _idle.FindLastIndex(handle => handle.Segment == segment);
            if (index >= 0)
            {
                SegmentHandle found = _idle[index];
                _idle.RemoveAt(index);
                return found;
            }
        }

        CloseReplaced();
        return new(this, segment, SegmentFile.OpenRead(files, segment));
    }

    internal void Return(SegmentHandle handle)
    {
        SegmentHandle? surplus = null;
        lock (_gate)
        {
            _idle.Add(handle);
            if (handle.Segment.IsReplaced)
            {
                _idle.RemoveAt(_idle.Count - 1);
                surplus = handle;
            }
            else if (_isClosed || _idle.Count > MaxIdle)
            {
                surplus = _idle[0];
                _idle.RemoveAt(0);
            }
        }

        surplus?.Close();
    }

    /// <summary>Closes the files of segments that have been replaced, so that the disk gets their room back.</summary>
    internal void CloseReplaced()
    {
        List<SegmentHandle> replaced;
        lock (_gate)
        {
            replaced = _idle.FindAll(static handle => handle.Segment.IsReplaced);
            _ = _idle.RemoveAll(static handle => handle.Segment.IsReplaced);
        }

        replaced.ForEach(static handle => handle.Close());
    }

    /// <summary>Closes what nobody reads from; the others are closed when they are given back.</summary>
    public void Dispose()
    {
        SegmentHandle[] idle;
        lock (_gate)
        {
            _isClosed = true;
            idle = [.. _idle];
            _idle.Clear();
        }

        Array.ForEach(idle, static handle => handle.Close());
    }
}
