using System.Collections.Concurrent;
using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// Knows which scheme of a connection string opens which store. A new one knows <c>memory</c> and <c>file</c>; packages
/// with other stores bring a method that adds theirs. Registries know nothing of each other. Safe for concurrent use.
/// </summary>
public sealed class EventStoreRegistry
{
    // What every store can be opened with.
    private const string TtlOption = "ttl";
    private const string TtlModeOption = "ttlmode";

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a registry that knows the stores that Daybook brings along.</summary>
    public EventStoreRegistry()
    {
        _ = Register("memory", BuiltInSchemes.MemoryOptions.AsSpan(), BuiltInSchemes.Memory);
        _ = Register("file", BuiltInSchemes.FileOptions.AsSpan(), BuiltInSchemes.File);
    }

    /// <summary>The schemes that are known, in order.</summary>
    public ImmutableArray<string> Schemes => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds a scheme.</summary>
    /// <param name="scheme">At least two letters, digits, <c>+</c>, <c>-</c> or <c>.</c>, a letter first; case does not matter.</param>
    /// <param name="options">The names of all options that the store knows; any other one but <c>ttl</c> and <c>ttlmode</c>, which every store can be opened with, is refused before the factory is called.</param>
    /// <param name="factory">Opens the store.</param>
    /// <param name="replace">Whether a scheme that is known already is to mean this store from now on.</param>
    /// <returns>This registry.</returns>
    /// <exception cref="ArgumentException">The scheme is none, or it is known already.</exception>
    public EventStoreRegistry Register(string scheme, ReadOnlySpan<string> options, EventStoreFactory factory, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(factory);
        if (!ConnectionStringParser.IsScheme(scheme))
        {
            throw new ArgumentException($"'{scheme}' cannot be a scheme: it has at least two letters, digits, '+', '-' or '.', and starts with a letter.", nameof(scheme));
        }

        var entry = new Entry(factory, [.. options]);
        if (replace)
        {
            _entries[scheme.ToLowerInvariant()] = entry;
        }
        else if (!_entries.TryAdd(scheme.ToLowerInvariant(), entry))
        {
            throw new ArgumentException($"The scheme '{scheme}' is registered already; unregister it first, or say replace: true.", nameof(scheme));
        }

        return this;
    }

    /// <summary>Adds a scheme whose store is opened at once.</summary>
    /// <inheritdoc cref="Register(string, ReadOnlySpan{string}, EventStoreFactory, bool)"/>
    public EventStoreRegistry Register(string scheme, ReadOnlySpan<string> options, Func<ConnectionString, IEventStore> factory, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Register(scheme, options, (connection, _) => new ValueTask<IEventStore>(factory(connection)), replace);
    }

    /// <summary>Removes a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>False when it is not known.</returns>
    public bool Unregister(string scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return _entries.TryRemove(scheme, out _);
    }

    /// <summary>Opens the store that a connection string means.</summary>
    /// <param name="connectionString">The connection string: see <see cref="ConnectionString"/>.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>The store; dispose it to close it.</returns>
    /// <exception cref="InvalidConnectionStringException">The text has another form, or its scheme or one of its options is not known.</exception>
    public ValueTask<IEventStore> OpenAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var connection = ConnectionString.Parse(connectionString);
        if (!_entries.TryGetValue(connection.Scheme, out Entry? entry))
        {
            throw new InvalidConnectionStringException(
                $"No store is registered for the scheme '{connection.Scheme}'; known are {string.Join(", ", Schemes)}.{BuiltInSchemes.PackageHint(connection.Scheme)}");
        }

        ImmutableArray<string> known = [.. entry.Options.Append(TtlOption).Append(TtlModeOption).Order(StringComparer.Ordinal)];
        foreach (string name in connection.Options.Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new InvalidConnectionStringException($"A '{connection.Scheme}' store knows no option '{name}'; known are {string.Join(", ", known)}.");
            }
        }

        return OpenAsync(entry, connection, cancellationToken);
    }

    private static async ValueTask<IEventStore> OpenAsync(Entry entry, ConnectionString connection, CancellationToken cancellationToken)
    {
        TimeSpan? ttl = connection.GetTimeSpan(TtlOption);
        TtlMode mode = connection.GetOneOf(TtlModeOption, TtlMode.Streams, ("streams", TtlMode.Streams), ("events", TtlMode.Events));
        if (ttl is null && connection.Options.ContainsKey(TtlModeOption))
        {
            throw new InvalidConnectionStringException($"The option '{TtlModeOption}' means nothing without '{TtlOption}'.");
        }

        IEventStore store = await entry.Factory(connection, cancellationToken).ConfigureAwait(false);
        return ttl is { } time ? store.WithTtl(time, mode) : store;
    }

    private sealed record Entry(EventStoreFactory Factory, ImmutableArray<string> Options);
}
