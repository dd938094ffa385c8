namespace Daybook;

/// <summary>A handler of a subscription has failed; the checkpoint stands before the event, so that the next run handles it again.</summary>
public sealed class SubscriptionException : DaybookException
{
    internal SubscriptionException(string subscription, Envelope failed, Exception innerException)
        : base(
            $"The subscription '{subscription}' failed at '{failed.EventType}', sequence {failed.Sequence} of stream '{failed.StreamId}', offset {failed.Offset}: {innerException.Message}",
            innerException)
    {
        Subscription = subscription;
        StreamId = failed.StreamId;
        Sequence = failed.Sequence;
        Offset = failed.Offset;
    }

    /// <summary>The subscription's name.</summary>
    public string Subscription { get; }

    /// <summary>The stream of the event that could not be handled; of a batch, of its first event.</summary>
    public string StreamId { get; }

    /// <summary>The event's position in its stream.</summary>
    public long Sequence { get; }

    /// <summary>The event's position in the store.</summary>
    public long Offset { get; }
}
