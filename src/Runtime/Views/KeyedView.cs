using System.Runtime.CompilerServices;
using System.Text;
using Daybook.Stores;

namespace Daybook;

/// <summary>A state for each key, folded over the events of that key. See <c>store.Project</c>.</summary>
/// <typeparam name="TState">The state.</typeparam>
public sealed class KeyedView<TState> : BaseView
    where TState : IState<TState>
{
    /// <summary>The greatest length of a key in UTF-8 bytes.</summary>
    public const int MaxKeyBytes = 512;

    private readonly ViewIdentity<TState> _identity;
    private readonly Func<Envelope, string?> _keyOf;
    private readonly ViewOptions _options;
    private readonly Dictionary<string, ViewKey<TState>> _keys = new(StringComparer.Ordinal);

    internal KeyedView(IEventStore store, EventQuery query, string name, Func<Envelope, string?> key, ViewOptions options)
        : base(store, ViewExtensions.Narrow<TState>(query), name, options)
    {
        _identity = ViewIdentity<TState>.Of(query, isKeyed: true);
        _keyOf = key;
        _options = options;
    }

    /// <summary>The state of a key as far as this view has come; call <see cref="BaseView.CatchUpAsync"/> before to have it up to date.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The state and its offset; null when there was no event of this key.</returns>
    /// <exception cref="ArgumentException">The text can be no key.</exception>
    public ValueTask<ViewState<TState>?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        CheckKey(key);
        return InTurnAsync<ViewState<TState>?>(
            async () =>
            {
                await LoadAsync(cancellationToken).ConfigureAwait(false);
                if (_keys.TryGetValue(key, out ViewKey<TState>? known))
                {
                    return new ViewState<TState>(known.State, known.Offset);
                }

                (ViewKey<TState> loaded, bool isStored) = await ViewKey<TState>.LoadAsync(StreamOf(key), cancellationToken).ConfigureAwait(false);
                return isStored ? new ViewState<TState>(loaded.State, loaded.Offset) : null;
            },
            cancellationToken);
    }

    /// <summary>Lists the keys, after saving the view. Needs a store that the view can be saved in.</summary>
    /// <param name="prefix">What the keys start with, compared ordinally; empty for all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The keys that there were events of, in no particular order.</returns>
    public async IAsyncEnumerable<string> ListKeysAsync(string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        (string start, HashSet<string> unsaved) = await InTurnAsync(
            async () =>
            {
                await LoadAsync(cancellationToken).ConfigureAwait(false);
                return (KeyPrefix(Build), new HashSet<string>(CanSave ? [] : _keys.Keys, StringComparer.Ordinal));
            },
            cancellationToken).ConfigureAwait(false);
        foreach (string key in unsaved.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            yield return key;
        }

        await foreach (string streamId in ListAsync(start + prefix, cancellationToken).ConfigureAwait(false))
        {
            string key = streamId[start.Length..];
            if (!unsaved.Contains(key))
            {
                yield return key;
            }
        }
    }

    private protected override void Restore(in ViewRecord? record) => _keys.Clear();

    private protected override async ValueTask FoldAsync(EventPage page, CancellationToken cancellationToken)
    {
        var copied = new EnvelopePage(page, _options.Catalog.Events);
        for (int i = 0; i < copied.Events.Count; i++)
        {
            var envelope = new Envelope(copied, i);
            if (_keyOf(envelope) is not { } key)
            {
                continue;
            }

            CheckKey(key);
            if (!_keys.TryGetValue(key, out ViewKey<TState>? entry))
            {
                (entry, _) = await ViewKey<TState>.LoadAsync(StreamOf(key), cancellationToken).ConfigureAwait(false);
                _keys.Add(key, entry);
            }

            // After a crash, or beside another process, a key may have been saved further than the view.
            if (envelope.Offset >= entry.Offset)
            {
                entry.State = Folder.Fold(entry.State, copied.Events, i, 1, _options.SkipUnknownEvents);
                entry.Offset = envelope.Offset + 1;
                entry.IsDirty = true;
            }
        }
    }

    private protected override async ValueTask SavePartsAsync(CancellationToken cancellationToken)
    {
        // Side by side, so that a store which joins appends has something to join.
        await Task.WhenAll(_keys.Values.Where(key => key.IsDirty).Select(key => key.SaveAsync(_identity, Build, cancellationToken))).ConfigureAwait(false);
        if (_keys.Count > _options.CachedKeys)
        {
            _keys.Clear();
        }
    }

    private protected override ViewRecord ToRecord(long offset) => _identity.Record(Build, offset, ReadOnlyMemory<byte>.Empty);

    private protected override bool Matches(ViewRecord record) => _identity.Matches(record);

    private static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (Encoding.UTF8.GetByteCount(key) > MaxKeyBytes)
        {
            throw new ArgumentException($"The key '{key}' has more than {MaxKeyBytes} UTF-8 bytes.", nameof(key));
        }
    }

    private NewestRecord<ViewRecord> StreamOf(string key) => new(Snapshots, KeyPrefix(Build) + key, kept: 1, _options);
}
