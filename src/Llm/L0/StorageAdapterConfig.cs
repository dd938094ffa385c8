using System.Collections.Immutable;

namespace Daybook.Llm;

/// <summary>Which store to open, and how: see <see cref="EventSourcing.CreateAsync"/>.</summary>
/// <param name="Type">The adapter's name: <c>memory</c>, <c>file</c>, or one that was registered.</param>
public sealed record StorageAdapterConfig(string Type)
{
    /// <summary>Where the store lives: a directory for <c>file</c>, whatever the adapter understands otherwise. It may hold a password.</summary>
    public string? Connection { get; init; }

    /// <summary>What keeps stores in one place apart: a prefix of keys or tables, a directory in a base path. Adapters that know of none refuse it.</summary>
    public string? Prefix { get; init; }

    /// <summary>How long an event lives; zero for ever.</summary>
    public TimeSpan Ttl { get; init; }

    /// <summary>Further options, by name; those of connection strings for the adapters that Daybook brings. Unknown ones are refused.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The type and the prefix; the connection and the options may hold secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Prefix is null ? Type : $"{Type} ({Prefix})";
}
