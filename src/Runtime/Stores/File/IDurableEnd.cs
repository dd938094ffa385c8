namespace Daybook.Stores;

/// <summary>The cell, shared between processes, that says how far the log is durable.</summary>
internal interface IDurableEnd : IDisposable
{
    /// <summary>Reads the position; false when the cell holds none.</summary>
    bool TryRead(out long position);

    void Publish(long position);
}
