namespace Daybook.Llm;

public sealed partial class EventSourcing
{
    private void AddAdapters(EventStoreRegistry? registry)
    {
        var builtIn = new EventStoreRegistry();
        RegisterAdapter("memory", (config, cancellationToken) =>
        {
            CheckPrefix(config.Prefix);
            return OpenAsync(builtIn, config with { Prefix = null }, cancellationToken);
        });
        RegisterAdapter("file", (config, cancellationToken) =>
        {
            string path = PathOf(config.Connection ?? UsualBasePath, config.Prefix);
            return OpenAsync(builtIn, config with { Connection = Escaped(path), Prefix = null }, cancellationToken);
        });
        foreach (string scheme in registry?.Schemes ?? [])
        {
            if (scheme is not ("memory" or "file"))
            {
                RegisterAdapter(scheme, (config, cancellationToken) => OpenAsync(registry!, config, cancellationToken));
            }
        }
    }

    private async ValueTask<IEventStore> OpenAsync(EventStoreRegistry registry, StorageAdapterConfig config, CancellationToken cancellationToken)
    {
        CheckTtl(config.Ttl);
        return Expiring(await registry.OpenAsync(ConnectionText(config), cancellationToken).ConfigureAwait(false), config.Ttl);
    }

    /// <summary>What a registry understands: <c>sqlite</c>, <c>events.db</c> become <c>sqlite:events.db</c>, with the prefix and the options behind it.</summary>
    private static string ConnectionText(StorageAdapterConfig config)
    {
        string connection = config.Connection ?? "";
        if (!connection.StartsWith($"{config.Type}:", StringComparison.OrdinalIgnoreCase))
        {
            connection = $"{config.Type}:{connection}";
        }

        IEnumerable<KeyValuePair<string, string>> options = config.Prefix is null ? config.Options : config.Options.Append(new("prefix", config.Prefix));
        string query = string.Join('&', options.Select(option => $"{Uri.EscapeDataString(option.Key)}={Uri.EscapeDataString(option.Value)}"));
        return query.Length == 0 ? connection : $"{connection}{(connection.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    private IEventStore Expiring(IEventStore store, TimeSpan ttl) => ttl == TimeSpan.Zero ? store : WithTtl(store, ttl);

    // Before a store is opened, so that none is left open.
    private static void CheckTtl(TimeSpan ttl) => ArgumentOutOfRangeException.ThrowIfLessThan(ttl, TimeSpan.Zero);

    private static string PathOf(string basePath, string? prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(basePath);
        CheckPrefix(prefix);
        return prefix is null ? basePath : Path.Combine(basePath, prefix);
    }

    // A path is not yet a part of a connection string.
    private static string Escaped(string path) =>
        $"file:{path.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal)}";

    // It becomes part of file names, keys and tables.
    private static void CheckPrefix(string? prefix)
    {
        if (prefix is not null && (prefix.Length is 0 or > 64 || prefix.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))))
        {
            throw new ArgumentException($"'{prefix}' cannot be a prefix: it has 1 to 64 letters, digits, '_' or '-'.", nameof(prefix));
        }
    }
}
