namespace Daybook.Stores;

/// <summary>The cell, shared between processes, that says how far the log is durable and when its segments change.</summary>
internal interface IDurableEnd : IDisposable
{
    /// <summary>How often segments were rewritten; it changes before and after each time.</summary>
    long Rewrites { get; }

    /// <summary>Reads the position; false when the cell holds none.</summary>
    bool TryRead(out long position);

    void Publish(long position);

    void CountRewrite();
}
