namespace Daybook.Stores.Sqlite;

/// <summary>The one connection that writes, with its statements; used by whoever leads the group commit.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly Connection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _nextOffset;
    private readonly Statement _keepOffset;
    private readonly Statement _touch;
    private bool? _flushes;

    internal StoreWriter(Connection connection)
    {
        _connection = connection;
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _nextOffset = connection.Prepare(EventReader.FindEnd);
        _keepOffset = connection.Prepare("UPDATE store SET next_offset = ?1");
        _touch = connection.Prepare("UPDATE store SET flushes = flushes + 1");
        Heads = new(connection);
        Numbers = new(connection);
        Inserts = new(connection);
        Events = new(connection);
        Stream = new(Events);

        // From here on waiting is done elsewhere, without a thread.
        connection.SetBusyTimeout(TimeSpan.Zero);
    }

    internal StreamHeads Heads { get; }

    internal Numbers Numbers { get; }

    internal EventWriter Inserts { get; }

    internal StoredEvents Events { get; }

    internal StoredStream Stream { get; }

    internal EventChain Chain { get; } = new();

    /// <summary>How many rows were ever changed.</summary>
    internal int Changes => _connection.TotalChanges;

    /// <summary>Whether the transaction is still open: some failures end it.</summary>
    internal bool IsInTransaction => _connection.IsInTransaction;

    /// <summary>Begins a transaction unless another connection writes.</summary>
    /// <param name="flushes">Whether its end waits for the disk.</param>
    internal bool TryBegin(bool flushes)
    {
        if (flushes != _flushes)
        {
            _connection.Execute(flushes ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            _flushes = flushes;
        }

        try
        {
            _begin.Execute();
            return true;
        }
        catch (SqliteFailure failure) when (StoreErrors.IsBusy(failure))
        {
            return false;
        }
    }

    internal void Commit() => _commit.Execute();

    internal void Rollback()
    {
        Numbers.Clear();
        if (IsInTransaction)
        {
            _connection.Execute("ROLLBACK");
        }
    }

    /// <summary>The offset of the next event. Nothing of it is kept, since other processes write, too.</summary>
    internal long NextOffset() => _nextOffset.Number() ?? 0;

    /// <summary>Sees to it that no offset is used again once its event is gone.</summary>
    internal void KeepOffsets() => _keepOffset.Bind(1, NextOffset()).Execute();

    /// <summary>Writes something, so that the commit flushes what was written before, by whomever.</summary>
    internal void Touch() => _touch.Execute();

    public void Dispose()
    {
        Chain.Dispose();
        _connection.Dispose();
    }
}
