namespace Daybook.Agents;

/// <summary>Saves events for a service whose own work matters more, or that wants to know how publishing goes. Safe for concurrent use.</summary>
public sealed class EventPublisher
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly AgentEventStore _events;
    private readonly EventPublisherOptions _options;
    private long _published;
    private long _failed;

    /// <summary>Creates the publisher.</summary>
    /// <param name="events">Where the events go.</param>
    /// <param name="options">What to do when one cannot be saved.</param>
    /// <exception cref="ArgumentException">The options say to go on when an event is lost, and tell nobody.</exception>
    public EventPublisher(AgentEventStore events, EventPublisherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        _events = events;
        _options = options ?? EventPublisherOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxAttempts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.RetryDelay, TimeSpan.Zero, nameof(options));
        if (_options is { ContinueOnFailure: true, OnFailure: null })
        {
            throw new ArgumentException(
                "With ContinueOnFailure an event that cannot be saved is lost: set OnFailure, too, and log it there.", nameof(options));
        }
    }

    /// <summary>How many events were saved.</summary>
    public long Published => Interlocked.Read(ref _published);

    /// <summary>How many events could not be saved.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Saves an event.</summary>
    /// <param name="value">The event.</param>
    /// <param name="cancellationToken">Ends the wait; that is thrown whatever the options say.</param>
    /// <returns>Its id; null when it could not be saved and the options say to go on.</returns>
    public async ValueTask<EventId?> PublishAsync(AgentEvent value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            EventId id = await SaveAsync(value, cancellationToken).ConfigureAwait(false);
            _ = Interlocked.Increment(ref _published);
            return id;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested || exception is not OperationCanceledException)
        {
            _ = Interlocked.Increment(ref _failed);
            Tell(value, exception);
            if (!_options.ContinueOnFailure)
            {
                throw;
            }

            return null;
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "Who listens neither stops the caller's work nor hides why an event was not saved.")]
    private void Tell(AgentEvent value, Exception failure)
    {
        try
        {
            _options.OnFailure?.Invoke(value, failure);
        }
        catch (Exception)
        {
            // It has no one to be told to; the failure itself is counted, and thrown where that is asked for.
        }
    }

    private async ValueTask<EventId> SaveAsync(AgentEvent value, CancellationToken cancellationToken)
    {
        TimeSpan delay = _options.RetryDelay;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await _events.SaveAsync(value, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException) when (attempt < _options.MaxAttempts)
            {
                await Task.Delay(delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
                delay = delay < LongestDelay ? TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks)) : delay;
            }
        }
    }
}
