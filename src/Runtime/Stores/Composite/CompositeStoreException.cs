using System.Collections.Immutable;

namespace Daybook;

/// <summary>
/// The primary store and perhaps some others did what was asked, but not all of them. To ask the same again with the same event ids is safe;
/// <see cref="Stores.CompositeEventStore.RepairAsync"/> brings the others up to the primary.
/// </summary>
public sealed class CompositeStoreException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="succeededIndices">The stores that did it; the primary is 0.</param>
    /// <param name="failures">The stores that did not, and why.</param>
    public CompositeStoreException(string streamId, ImmutableArray<int> succeededIndices, ImmutableSortedDictionary<int, Exception> failures)
        : base(MessageFor(streamId, succeededIndices, failures), new AggregateException(failures?.Values ?? []))
    {
        ArgumentNullException.ThrowIfNull(failures);
        StreamId = streamId;
        SucceededIndices = succeededIndices;
        FailedIndices = [.. failures.Keys];
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The stores that did it; the primary is 0.</summary>
    public ImmutableArray<int> SucceededIndices { get; }

    /// <summary>The stores that did not; their exceptions are those of the inner exception, in this order.</summary>
    public ImmutableArray<int> FailedIndices { get; }

    private static string MessageFor(string streamId, ImmutableArray<int> succeeded, ImmutableSortedDictionary<int, Exception> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        return $"{failures.Count} of {succeeded.Length + failures.Count} stores did not follow the primary in stream '{streamId}' (failed: {string.Join(", ", failures.Keys)}): "
            + $"{failures.Values.First().Message} The primary has it; call RepairAsync to bring the others up to it.";
    }
}
