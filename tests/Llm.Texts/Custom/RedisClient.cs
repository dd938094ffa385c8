namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>So much of Redis as the store below needs, in this process: lists, hashes, sorted sets, transactions that watch keys, and expiry.</summary>
internal sealed class RedisClient(TimeProvider? timeProvider = null)
{
    private readonly TimeProvider _clock = timeProvider ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (object Value, DateTimeOffset? Expires)> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _changes = new(StringComparer.Ordinal);

    internal Task<long> LLenAsync(string key) => Read(() => (long)(Find<List<string>>(key)?.Count ?? 0));

    /// <summary>As in Redis, both ends are included, and negative ones count from the end.</summary>
    internal Task<string[]> LRangeAsync(string key, long start, long stop) => Read<string[]>(() =>
    {
        List<string> list = Find<List<string>>(key) ?? [];
        start = start < 0 ? Math.Max(0, list.Count + start) : start;
        stop = stop < 0 ? list.Count + stop : Math.Min(stop, list.Count - 1);
        return [.. list.Skip((int)Math.Min(start, list.Count)).Take((int)Math.Max(0, stop - start + 1))];
    });

    internal Task<string?> HGetAsync(string key, string field) => Read(() => Find<Dictionary<string, string>>(key)?.GetValueOrDefault(field));

    internal Task<long> GetAsync(string key) => Read(() => Find<object>(key) is long number ? number : 0);

    internal Task<bool> ExistsAsync(string key) => Read(() => Find<object>(key) is not null);

    internal Task<string[]> KeysAsync(string prefix) => Read<string[]>(() =>
        [.. _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && Find<object>(key) is not null)]);

    /// <summary>The members from a score on, in order.</summary>
    internal Task<(long Score, string Member)[]> ZRangeByScoreAsync(string key, long min, int limit) => Read<(long, string)[]>(() =>
        [.. (Find<SortedDictionary<long, string>>(key) ?? []).Where(pair => pair.Key >= min).Take(limit).Select(pair => (pair.Key, pair.Value))]);

    /// <summary>Begins a transaction: it does nothing when one of the keys has changed by then.</summary>
    internal Transaction Watch(params string[] keys)
    {
        lock (_lock)
        {
            return new(this, [.. keys.Select(key => (key, _changes.GetValueOrDefault(key)))]);
        }
    }

    private Task<T> Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            return Task.FromResult(read());
        }
    }

    private T? Find<T>(string key)
        where T : class
    {
        if (_values.TryGetValue(key, out (object Value, DateTimeOffset? Expires) found) && found.Expires <= _clock.GetUtcNow())
        {
            Remove(key);
            return null;
        }

        return found.Value as T;
    }

    private T FindOrAdd<T>(string key)
        where T : class, new()
    {
        if (Find<T>(key) is not { } value)
        {
            _values[key] = (value = new(), null);
        }

        _changes[key] = _changes.GetValueOrDefault(key) + 1;
        return value;
    }

    private void Remove(string key)
    {
        _ = _values.Remove(key);
        _changes[key] = _changes.GetValueOrDefault(key) + 1;
    }

    /// <summary>MULTI … EXEC.</summary>
    internal sealed class Transaction(RedisClient client, (string Key, long Change)[] watched)
    {
        private readonly List<Action> _commands = [];

        internal void RPush(string key, string value) => _commands.Add(() => client.FindOrAdd<List<string>>(key).Add(value));

        internal void HSet(string key, string field, string value) => _commands.Add(() => client.FindOrAdd<Dictionary<string, string>>(key)[field] = value);

        internal void ZAdd(string key, long score, string member) => _commands.Add(() => client.FindOrAdd<SortedDictionary<long, string>>(key)[score] = member);

        internal void ZRem(string key, long score) => _commands.Add(() => client.FindOrAdd<SortedDictionary<long, string>>(key).Remove(score));

        internal void IncrBy(string key, long number) => _commands.Add(() =>
        {
            long value = client._values.TryGetValue(key, out (object Value, DateTimeOffset? Expires) found) ? (long)found.Value : 0;
            client.Remove(key);
            client._values[key] = (value + number, null);
        });

        internal void Del(string key) => _commands.Add(() => client.Remove(key));

        internal void Expire(string key, TimeSpan time) => _commands.Add(() => client._values[key] = client._values[key] with { Expires = client._clock.GetUtcNow() + time });

        internal Task<bool> ExecAsync()
        {
            lock (client._lock)
            {
                bool isUnchanged = watched.All(key => client._changes.GetValueOrDefault(key.Key) == key.Change);
                (isUnchanged ? _commands : []).ForEach(command => command());
                return Task.FromResult(isUnchanged);
            }
        }
    }
}
