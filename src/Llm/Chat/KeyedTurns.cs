namespace Daybook.Llm;

/// <summary>Lets one caller at a time be at work for a key; the others wait in a line, which is gone with the last of them. Safe for concurrent use.</summary>
internal sealed class KeyedTurns
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>Waits for one's turn. Disposing it hands over to the next.</summary>
    internal async ValueTask<IDisposable> TakeAsync(string key, CancellationToken cancellationToken)
    {
        Line? line;
        lock (_lines)
        {
            if (!_lines.TryGetValue(key, out line))
            {
                _lines.Add(key, line = new(key));
            }

            line.Callers++;
        }

        try
        {
            await line.Free.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(line);
            throw;
        }

        return new Turn(this, line);
    }

    private void Leave(Line line)
    {
        lock (_lines)
        {
            if (--line.Callers == 0)
            {
                _ = _lines.Remove(line.Key);
                line.Free.Dispose();
            }
        }
    }

    private sealed class Line(string key)
    {
        internal string Key { get; } = key;

        internal SemaphoreSlim Free { get; } = new(1);

        /// <summary>How many wait or are at work.</summary>
        internal int Callers { get; set; }
    }

    private sealed class Turn(KeyedTurns turns, Line line) : IDisposable
    {
        public void Dispose()
        {
            _ = line.Free.Release();
            turns.Leave(line);
        }
    }
}
