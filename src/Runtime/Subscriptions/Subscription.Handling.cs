using System.Collections.Immutable;

namespace Daybook;

public sealed partial class Subscription
{
    private ValueTask HandleAsync(EnvelopePage page, CancellationToken stop) =>
        _batchHandlers.Count == 0 ? HandleEachAsync(page, stop) : HandleTogetherAsync(page, stop);

    private async ValueTask HandleEachAsync(EnvelopePage page, CancellationToken stop)
    {
        for (int i = 0; i < page.Events.Count && !stop.IsCancellationRequested; i++)
        {
            var envelope = new Envelope(page, i);
            if (_options.Partition.Contains(envelope.StreamId))
            {
                try
                {
                    await _handlers.HandleAsync(envelope).ConfigureAwait(false);
                }
                catch (Exception exception) when (!IsStop(exception, stop))
                {
                    throw new SubscriptionException(Name, envelope, exception);
                }

                _unsaved++;
            }

            _hasPassed = true;
            Volatile.Write(ref _position, envelope.Offset + 1);
            if (_unsaved >= _options.CheckpointEvery)
            {
                await SaveAsync(stop).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask HandleTogetherAsync(EnvelopePage page, CancellationToken stop)
    {
        ImmutableArray<Envelope> batch = [.. Enumerable.Range(0, page.Events.Count).Select(index => new Envelope(page, index)).Where(envelope => _options.Partition.Contains(envelope.StreamId))];
        if (batch.IsEmpty)
        {
            _hasPassed |= page.Events.Count > 0;
            return;
        }

        Envelope current = batch[0];
        try
        {
            foreach (Envelope envelope in batch)
            {
                current = envelope;
                await _handlers.HandleAsync(envelope).ConfigureAwait(false);
            }

            current = batch[0];
            foreach (Func<ImmutableArray<Envelope>, ValueTask> handler in _batchHandlers)
            {
                await handler(batch).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!IsStop(exception, stop))
        {
            throw new SubscriptionException(Name, current, exception);
        }

        // Handled as a whole, also when the run is about to stop.
        Volatile.Write(ref _position, batch[^1].Offset + 1);
        _hasPassed = true;
        _unsaved += batch.Length;
    }

    private static bool IsStop(Exception exception, CancellationToken stop) => exception is OperationCanceledException && stop.IsCancellationRequested;
}
