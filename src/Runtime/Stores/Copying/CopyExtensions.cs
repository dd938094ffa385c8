using Daybook.Stores.Copying;

namespace Daybook;

/// <summary>Copies stores: backup, restore, migration.</summary>
public static class CopyExtensions
{
    /// <summary>
    /// Copies all streams into another store, with their sequences, event ids, time stamps, metadata, categories, incarnations, hash chains,
    /// truncated beginnings and snapshots, in the order of the feed. What is there already is not written again, so a copy that was
    /// interrupted is simply started again, and a copy made later brings over what is new.
    /// </summary>
    /// <remarks>
    /// Offsets are each store's own; checkpoints and views, which depend on them, are not copied. The source may be written to meanwhile:
    /// the copy has at least what was there when it started.
    /// </remarks>
    /// <param name="source">The store to copy.</param>
    /// <param name="target">The store to copy it into.</param>
    /// <param name="options">How to copy.</param>
    /// <param name="cancellationToken">Ends the copy between two appends.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="StoreCopyException">The target holds something else under a stream's name.</exception>
    /// <exception cref="NotSupportedException">A stream is truncated, and the target cannot begin one at another sequence than 0.</exception>
    public static ValueTask<CopyReport> CopyToAsync(this IEventStore source, IEventStore target, CopyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (ReferenceEquals(source, target))
        {
            throw new ArgumentException("A store cannot be copied into itself.", nameof(target));
        }

        return new StoreCopy(source, target, options ?? CopyOptions.Default).RunAsync(cancellationToken);
    }
}
