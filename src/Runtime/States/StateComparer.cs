using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>Compares states by their stored form: every member counts, and order counts where the type has one.</summary>
public static class StateComparer
{
    /// <summary>Compares two states.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="before">One state.</param>
    /// <param name="after">The other state.</param>
    /// <returns>Every place where they differ.</returns>
    public static StateComparison Compare<TState>(TState before, TState after)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using var left = new PooledBuffer();
        using var right = new PooledBuffer();
        Snapshots.Write(left, before);
        Snapshots.Write(right, after);
        return Compare(TState.Schema, left.WrittenSpan, right.WrittenSpan);
    }

    /// <summary>Compares two states that are written already.</summary>
    internal static StateComparison Compare(RecordSchema schema, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after) =>
        before.SequenceEqual(after) ? StateComparison.Same : new([.. PayloadComparer.Compare(schema, before, after)]);
}
