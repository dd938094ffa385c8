namespace Daybook;

/// <summary>Two consumers run under one name, and the other one has moved the checkpoint.</summary>
public sealed class CheckpointConflictException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="subscription">The subscription's name.</param>
    /// <param name="partition">The share of the streams.</param>
    public CheckpointConflictException(string subscription, StreamPartition partition)
        : base($"Another consumer has moved the checkpoint of the subscription '{subscription}' ({partition}); run one at a time, or give each a partition of its own.")
    {
        Subscription = subscription;
        Partition = partition;
    }

    /// <summary>The subscription's name.</summary>
    public string Subscription { get; }

    /// <summary>The share of the streams.</summary>
    public StreamPartition Partition { get; }
}
