using System.Runtime.CompilerServices;

namespace Daybook.Llm;

/// <summary>Reads the streams of a store back: no network, no clock, nothing computed anew. Safe for concurrent use.</summary>
public sealed class EventReplayer
{
    private readonly IEventStore _store;
    private readonly ReplayOptions _options;

    /// <summary>Creates the replayer of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="options">How streams are read where a call says nothing else; its clock and its way of loading also where a call's options leave them out.</param>
    public EventReplayer(IEventStore store, ReplayOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _options = options ?? ReplayOptions.Default;
    }

    /// <summary>Prepares the replay of a stream. The state at the end of the range is there at once; enumerating hands out the events of the range.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="options">What to show, and how fast; the replayer's own options when null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The replay.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream, and <see cref="ReplayOptions.AllowMissing"/> is not set.</exception>
    /// <exception cref="StreamTruncatedException">The stream's first events are gone, and <see cref="LoadOptions.AllowPartial"/> is not set.</exception>
    public async ValueTask<ReplayResult> ReplayAsync(string streamId, ReplayOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Complete(options);
        Replay<LlmState> replay = _store.Replay<LlmState>(streamId, options);
        LlmState state = await ReplayToStateAsync(streamId, options.To is { } to ? AsOf.Sequence(to) : AsOf.Now, options, cancellationToken).ConfigureAwait(false);
        StreamBeginning beginning = await StreamBeginning.ReadAsync(_store, streamId, cancellationToken).ConfigureAwait(false);
        return new(replay, state, beginning.Options ?? new());
    }

    /// <summary>Folds a stream to its state, from its newest usable snapshot.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="at">Up to where: a sequence, that one included, or a time; everything unless said.</param>
    /// <param name="options">Whether the stream may be missing, and how it is loaded; the replayer's own options when null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream, and <see cref="ReplayOptions.AllowMissing"/> is not set.</exception>
    /// <exception cref="StreamTruncatedException">The stream's first events are gone, and <see cref="LoadOptions.AllowPartial"/> is not set.</exception>
    public async ValueTask<LlmState> ReplayToStateAsync(
        string streamId, AsOf at = default, ReplayOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Complete(options);
        await RequireAsync(streamId, options, cancellationToken).ConfigureAwait(false);
        Versioned<LlmState> loaded = await _store.LoadAsync<LlmState>(streamId, at, options.Load, cancellationToken).ConfigureAwait(false);
        return loaded.State;
    }

    /// <summary>Reads the answer's tokens and nothing else: no reasoning, and those of failed attempts as they came.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="speed">How fast time passes: 0 waits for nothing, 1 is real time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The texts of the tokens.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream, and <see cref="ReplayOptions.AllowMissing"/> is not set.</exception>
    public async IAsyncEnumerable<string> ReplayTokensAsync(
        string streamId, double speed = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await RequireAsync(streamId, _options, cancellationToken).ConfigureAwait(false);
        Replay<LlmState> replay = _store.Replay<LlmState>(streamId, _options with { Speed = speed });
        await foreach (Envelope envelope in replay.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (envelope.TryGet(out TokenEvent token) && token.Kind == TokenKind.Text)
            {
                yield return token.Value;
            }
        }
    }

    /// <summary>
    /// Says what there is to know of a stream without replaying it: from the stream's head, its first events, and its state, which is loaded from the
    /// newest snapshot. With a <see cref="LoadOptions.Snapshots"/> policy only what came since is read; without one and without snapshots, everything is. Events
    /// that <see cref="LlmState"/> does not know are passed over.
    /// </summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The metadata; null when there is no such stream, or all of its events are expired.</returns>
    public async ValueTask<StreamMetadata?> MetadataAsync(string streamId, CancellationToken cancellationToken = default)
    {
        StreamId.Validate(streamId);
        StreamInfo? info = await _store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        if (info is null or { Count: 0 })
        {
            return null;
        }

        LoadOptions load = info.FirstSequence > 0 ? _options.Load with { AllowPartial = true } : _options.Load;
        Versioned<LlmState> loaded = await LoadKnownAsync(streamId, load, cancellationToken).ConfigureAwait(false);
        StreamBeginning beginning = await StreamBeginning.ReadAsync(_store, streamId, cancellationToken).ConfigureAwait(false);
        return StreamMetadata.Of(info, loaded, beginning);
    }

    // Events of somebody's own say nothing of the answer. Only where there are any is a policy for snapshots left aside.
    private async ValueTask<Versioned<LlmState>> LoadKnownAsync(string streamId, LoadOptions load, CancellationToken cancellationToken)
    {
        try
        {
            return await _store.LoadAsync<LlmState>(streamId, AsOf.Now, load, cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownEventTypeException)
        {
            return await _store.LoadAsync<LlmState>(streamId, AsOf.Now, load with { SkipUnknownEvents = true }, cancellationToken).ConfigureAwait(false);
        }
    }

    private ReplayOptions Complete(ReplayOptions? options) => options is null ? _options : options with
    {
        TimeProvider = options.TimeProvider == TimeProvider.System ? _options.TimeProvider : options.TimeProvider,
        Load = options.Load == LoadOptions.Default ? _options.Load : options.Load,
    };

    private async ValueTask RequireAsync(string streamId, ReplayOptions options, CancellationToken cancellationToken)
    {
        StreamId.Validate(streamId);
        if (!options.AllowMissing && !await _store.ExistsAsync(streamId, cancellationToken).ConfigureAwait(false))
        {
            throw new StreamNotFoundException(streamId);
        }
    }
}
