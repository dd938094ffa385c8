using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Daybook.Stores;

namespace Daybook.Llm;

/// <summary>
/// Everything that the event sourcing of L0 offers, under its names: stores, recording, replay, comparison. It is thin: stores are those of
/// <see cref="EventStores"/>, recorders are <see cref="LlmState.Recorder"/>. Instances know nothing of each other's adapters. Safe for concurrent use.
/// </summary>
public sealed partial class EventSourcing
{
    private const string OnePlace = "Everything that L0 offers is found on one object.";
    private const string UsualBasePath = "./l0-events";

    private readonly RecorderOptions _options;
    private readonly StreamIdGenerator _ids;
    private readonly StorageAdapters _adapters = new();

    /// <summary>Creates the facade, with the adapters <c>memory</c> and <c>file</c>.</summary>
    /// <param name="options">How its recorders work; its clock also times replays and expiry, its snapshots also serve replays and metadata.</param>
    /// <param name="registry">Brings an adapter for every scheme that it knows by now.</param>
    public EventSourcing(RecorderOptions? options = null, EventStoreRegistry? registry = null)
    {
        _options = options ?? RecorderOptions.Default;
        _ids = new(_options.TimeProvider);
        AddAdapters(registry);
    }

    /// <summary>Creates an empty store in this process's memory.</summary>
    /// <param name="prefix">Checked, and without effect: a store in memory has its place to itself.</param>
    /// <param name="ttl">How long an event lives; zero for ever.</param>
    /// <returns>The store.</returns>
    public IEventStore Memory(string? prefix = null, TimeSpan ttl = default)
    {
        CheckPrefix(prefix);
        CheckTtl(ttl);
        return Expiring(EventStores.Memory(), ttl);
    }

    /// <summary>Opens the store in a directory, and makes the directory if need be.</summary>
    /// <param name="basePath">The directory.</param>
    /// <param name="prefix">Where it is given, the directory in the base path that holds the store: several stores then share a base path.</param>
    /// <param name="ttl">How long an event lives; zero for ever.</param>
    /// <returns>The store; dispose it to close it.</returns>
    public IEventStore File(string basePath = UsualBasePath, string? prefix = null, TimeSpan ttl = default)
    {
        CheckTtl(ttl);
        return Expiring(EventStores.File(PathOf(basePath, prefix)), ttl);
    }

    /// <summary>Makes one store of several that are to hold the same.</summary>
    /// <param name="stores">The stores; one alone is what comes back.</param>
    /// <param name="primaryIndex">The store that decides about every append, and answers every read.</param>
    /// <returns>The store.</returns>
    /// <exception cref="ArgumentException">There is no store, or one of them twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no store of that index.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = OnePlace)]
    public IEventStore Composite(ReadOnlySpan<IEventStore> stores, int primaryIndex = 0)
    {
        if (stores.IsEmpty)
        {
            throw new ArgumentException("A composite store requires at least one store.", nameof(stores));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(primaryIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(primaryIndex, stores.Length);
        IEventStore primary = stores[primaryIndex];
        ArgumentNullException.ThrowIfNull(primary, nameof(stores));
        return stores.Length == 1 ? primary : EventStores.Composite(primary, [.. stores[..primaryIndex], .. stores[(primaryIndex + 1)..]]);
    }

    /// <summary>A view of a store that leaves out expired events, each for itself.</summary>
    /// <param name="store">The store; disposed with the view.</param>
    /// <param name="ttl">How long an event lives; one that is exactly that old is there.</param>
    /// <returns>The view. Folding a stream that has lost its beginning is refused unless <see cref="LoadOptions.AllowPartial"/> asks for what is left.</returns>
    public TtlEventStore WithTtl(IEventStore store, TimeSpan ttl) => store.WithTtl(ttl, TtlMode.Events, _options.TimeProvider);

    /// <summary>Creates the recorder of a stream.</summary>
    /// <param name="store">The store that the events go to.</param>
    /// <param name="streamId">The stream; a new id when null or empty.</param>
    /// <returns>The recorder.</returns>
    public LlmState.Recorder Recorder(IEventStore store, string? streamId = null) =>
        new(store, string.IsNullOrEmpty(streamId) ? GenerateId() : streamId, _options);

    /// <summary>Creates what reads streams back.</summary>
    /// <param name="store">The store.</param>
    /// <returns>The replayer.</returns>
    public EventReplayer Replayer(IEventStore store) => new(
        store,
        new() { TimeProvider = _options.TimeProvider, Load = _options.Snapshots is null ? _options.Load : _options.Load with { Snapshots = _options.Snapshots } });

    /// <summary>Prepares the replay of a stream.</summary>
    /// <inheritdoc cref="EventReplayer.ReplayAsync"/>
    /// <param name="streamId">The stream.</param>
    /// <param name="store">The store.</param>
    /// <param name="options">What to show, and how fast.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ValueTask<ReplayResult> ReplayAsync(string streamId, IEventStore store, ReplayOptions? options = null, CancellationToken cancellationToken = default) =>
        Replayer(store).ReplayAsync(streamId, options, cancellationToken);

    /// <summary>Says what there is to know of a stream without replaying it.</summary>
    /// <inheritdoc cref="EventReplayer.MetadataAsync"/>
    /// <param name="streamId">The stream.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ValueTask<StreamMetadata?> MetadataAsync(string streamId, IEventStore store, CancellationToken cancellationToken = default) =>
        Replayer(store).MetadataAsync(streamId, cancellationToken);

    /// <summary>Compares two states: every member counts.</summary>
    /// <param name="before">One state.</param>
    /// <param name="after">The other state.</param>
    /// <param name="format">How differences are written; as Python does unless said.</param>
    /// <returns>Every place where they differ.</returns>
    [SuppressMessage("Performance", "CA1822", Justification = OnePlace)]
    public ReplayComparison Compare(LlmState before, LlmState after, ComparisonFormat? format = null) =>
        ReplayComparison.Of(StateComparer.Compare(before, after), before, after, format ?? ComparisonFormat.Python);

    /// <summary>Makes an id for a stream: a UUIDv7 that is greater than all that this facade has made before.</summary>
    /// <param name="prefix">What stands in front of it, such as <c>l0_</c> or <c>chat-ada-</c>.</param>
    /// <returns>The id.</returns>
    public string GenerateId(string prefix = "") => $"{prefix}{_ids.Next():D}";

    /// <summary>Opens the store that a configuration means.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>The store; dispose it to close it.</returns>
    /// <exception cref="UnknownStorageAdapterException">No adapter of that name is registered.</exception>
    public ValueTask<IEventStore> CreateAsync(StorageAdapterConfig config, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        return _adapters.Find(config.Type)(config, cancellationToken);
    }

    /// <summary>Adds an adapter to this facade.</summary>
    /// <param name="adapterType">Its name.</param>
    /// <param name="factory">Opens stores.</param>
    /// <param name="replace">Whether a name that is known already is to mean this adapter from now on.</param>
    /// <exception cref="ArgumentException">The name is known already.</exception>
    public void RegisterAdapter(string adapterType, StorageAdapterFactory factory, bool replace = false) => _adapters.Add(adapterType, factory, replace);

    /// <inheritdoc cref="RegisterAdapter(string, StorageAdapterFactory, bool)"/>
    public void RegisterAdapter(string adapterType, Func<StorageAdapterConfig, IEventStore> factory, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(factory);
        RegisterAdapter(adapterType, (config, _) => new(factory(config)), replace);
    }

    /// <summary>Removes an adapter from this facade.</summary>
    /// <param name="adapterType">Its name.</param>
    /// <returns>False when it is not known.</returns>
    public bool UnregisterAdapter(string adapterType) => _adapters.Remove(adapterType);

    /// <summary>The names of the adapters, in the order in which they were registered.</summary>
    /// <returns>The names.</returns>
    public ImmutableArray<string> ListAdapters() => _adapters.Names;
}
