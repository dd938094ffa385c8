namespace Daybook.Stores.Sqlite;

/// <summary>Lends connections for reading, and keeps a few.</summary>
/// <param name="file">The database.</param>
/// <param name="leavesNoTrace">
/// Whether no file may appear beside the database: while nobody writes, it is read as a file that does not change, and whatever was
/// read is thrown away if it did.
/// </param>
internal sealed class ReadConnections(DatabaseFile file, bool leavesNoTrace) : IDisposable
{
    private const int MaxIdle = 8;
    private readonly Lock _lock = new();
    private readonly Stack<ReadConnection> _idle = new();
    private bool _isDisposed;

    /// <summary>Reads something.</summary>
    internal TResult Read<TArgument, TResult>(TArgument argument, Func<Connection, TArgument, TResult> read)
    {
        while (true)
        {
            ReadConnection lent = Rent();
            bool isSound = false;
            try
            {
                TResult result = read(lent.Connection, argument);
                isSound = lent.IsCurrent(file.Path);
                if (isSound)
                {
                    return result;
                }

                (result as IDisposable)?.Dispose();
            }
            catch (SqliteFailure failure)
            {
                if (lent.IsCurrent(file.Path))
                {
                    throw StoreErrors.Translate(failure, file.Path);
                }
            }
            catch (DaybookException) when (!lent.IsCurrent(file.Path))
            {
                // Read while somebody wrote: it says nothing.
            }
            finally
            {
                Return(lent, isSound);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            while (_idle.TryPop(out ReadConnection? connection))
            {
                connection.Connection.Dispose();
            }
        }
    }

    private ReadConnection Rent()
    {
        while (true)
        {
            ReadConnection? kept;
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteEventStore));
                _ = _idle.TryPop(out kept);
            }

            if (kept is null)
            {
                return Open();
            }

            if (kept.IsCurrent(file.Path))
            {
                return kept;
            }

            kept.Connection.Dispose();
        }
    }

    private ReadConnection Open()
    {
        FileStamp? stamp = leavesNoTrace && FileStamp.Of(file.Path) is { HasLog: false } quiet ? quiet : null;
        try
        {
            return new(file.OpenForReading(stamp is null ? Access.Read : Access.ReadUnchanging), stamp);
        }
        catch (SqliteFailure failure)
        {
            throw StoreErrors.Translate(failure, file.Path);
        }
    }

    private void Return(ReadConnection lent, bool isSound)
    {
        lent.Connection.Trim();
        lock (_lock)
        {
            if (isSound && !_isDisposed && _idle.Count < MaxIdle)
            {
                _idle.Push(lent);
                return;
            }
        }

        lent.Connection.Dispose();
    }
}
