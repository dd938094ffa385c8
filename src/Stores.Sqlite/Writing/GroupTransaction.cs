using System.Diagnostics.CodeAnalysis;

namespace Daybook.Stores.Sqlite;

/// <summary>Runs changes in one transaction. Each fails alone: by refusing before it writes, or else by running again without the others.</summary>
internal sealed class GroupTransaction(StoreWriter writer, FeedSignal committed, string path)
{
    private Exception? _fault;

    /// <summary>Runs the changes and tells those who wait for them.</summary>
    /// <returns>False when another connection writes: nothing has happened.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong goes to those who wait.")]
    internal bool TryRun(List<WriteRequest> group)
    {
        if (_fault is not null)
        {
            Refuse(group, StoreErrors.Faulted, _fault);
            return true;
        }

        try
        {
            if (!writer.TryBegin(group.Exists(static request => request.NeedsFlush)))
            {
                return false;
            }

            RunAll(group);
        }
        catch (Exception exception)
        {
            Undo(exception);
            if (_fault is null && group.Count > 1)
            {
                return TryRunEach(group);
            }

            Refuse(group, Visible, exception);
            return true;
        }

        End(group);
        committed.Set();
        return true;
    }

    /// <summary>Ends changes that were not made; each gets an exception of its own.</summary>
    internal void Refuse(List<WriteRequest> group, Func<string, Exception?, Exception> reason, Exception? cause)
    {
        foreach (WriteRequest request in group)
        {
            request.Failure ??= reason(path, cause);
        }

        End(group);
    }

    private void RunAll(List<WriteRequest> group)
    {
        foreach (WriteRequest request in group)
        {
            int changes = writer.Changes;
            request.Failure = null;
            try
            {
                if (request.TryStart())
                {
                    request.Run(writer);
                }
            }
            catch (Exception exception) when (exception is not SqliteFailure && writer.Changes == changes && writer.IsInTransaction)
            {
                request.Failure = exception;
            }
        }

        writer.Commit();
    }

    // Too much for the disk, or broken, may be one of them only.
    private bool TryRunEach(List<WriteRequest> group)
    {
        while (group.Count > 0)
        {
            if (!TryRun([group[0]]))
            {
                return false;
            }

            group.RemoveAt(0);
        }

        return true;
    }

    private void Undo(Exception exception)
    {
        _fault = exception is SqliteFailure failure && StoreErrors.IsUncertain(failure) ? failure : null;
        try
        {
            writer.Rollback();
        }
        catch (SqliteFailure stuck)
        {
            _fault ??= stuck;
        }
    }

    private Exception Visible(string file, Exception? cause) =>
        _fault is not null ? StoreErrors.Faulted(file, _fault) : cause is SqliteFailure failure ? StoreErrors.Translate(failure, file) : cause!;

    private static void End(List<WriteRequest> group)
    {
        foreach (WriteRequest request in group)
        {
            request.End();
        }
    }
}
