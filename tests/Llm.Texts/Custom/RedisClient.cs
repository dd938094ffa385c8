namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>
/// So much of Redis as the store below needs, in this process: lists, hashes, sorted sets, a counter, expiry, reads of one moment, and transactions that do
/// nothing unless a condition holds.
/// </summary>
internal sealed class RedisClient(TimeProvider? timeProvider = null)
{
    private readonly TimeProvider _clock = timeProvider ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (object Value, DateTimeOffset? Expires)> _values = new(StringComparer.Ordinal);

    /// <summary>MULTI … EXEC of reads: all of one moment.</summary>
    internal Task<T> ReadAsync<T>(Func<RedisClient, T> read)
    {
        lock (_lock)
        {
            return Task.FromResult(read(this));
        }
    }

    /// <summary>MULTI … EXEC of writes.</summary>
    /// <returns>False when the condition did not hold, and nothing was done.</returns>
    internal Task<bool> WriteAsync(Func<RedisClient, bool> condition, IEnumerable<Action<RedisClient>> commands)
    {
        lock (_lock)
        {
            bool holds = condition(this);
            foreach (Action<RedisClient> command in holds ? commands : [])
            {
                command(this);
            }

            return Task.FromResult(holds);
        }
    }

    internal bool Exists(string key) => Find<object>(key) is not null;

    internal string[] Keys(string prefix) => [.. _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && Exists(key))];

    internal long Get(string key) => Find<object>(key) is long number ? number : 0;

    internal long LLen(string key) => Find<List<string>>(key)?.Count ?? 0;

    /// <summary>As in Redis, both ends are included, and negative ones count from the end.</summary>
    internal string[] LRange(string key, long start, long stop)
    {
        List<string> list = Find<List<string>>(key) ?? [];
        start = start < 0 ? Math.Max(0, list.Count + start) : start;
        stop = stop < 0 ? list.Count + stop : Math.Min(stop, list.Count - 1);
        return [.. list.Skip((int)Math.Min(start, list.Count)).Take((int)Math.Max(0, stop - start + 1))];
    }

    /// <summary>The values of those fields that are there.</summary>
    internal string[] HMGet(string key, IEnumerable<string> fields) =>
        Find<Dictionary<string, string>>(key) is { } hash ? [.. fields.Where(hash.ContainsKey).Select(field => hash[field])] : [];

    /// <summary>The members from a score on, in order.</summary>
    internal (long Score, string Member)[] ZRangeByScore(string key, long min, int limit) =>
        [.. (Find<SortedDictionary<long, string>>(key) ?? []).Where(pair => pair.Key >= min).Take(limit).Select(pair => (pair.Key, pair.Value))];

    internal void RPush(string key, string value) => FindOrAdd<List<string>>(key).Add(value);

    internal void HSet(string key, string field, string value) => FindOrAdd<Dictionary<string, string>>(key)[field] = value;

    internal void ZAdd(string key, long score, string member) => FindOrAdd<SortedDictionary<long, string>>(key)[score] = member;

    internal void ZRem(string key, long score) => FindOrAdd<SortedDictionary<long, string>>(key).Remove(score);

    internal void IncrBy(string key, long number) => _values[key] = (Get(key) + number, null);

    internal void Del(string key) => _values.Remove(key);

    internal void Expire(string key, TimeSpan time) => _values[key] = _values[key] with { Expires = _clock.GetUtcNow() + time };

    private T? Find<T>(string key)
        where T : class
    {
        if (_values.TryGetValue(key, out (object Value, DateTimeOffset? Expires) found) && found.Expires <= _clock.GetUtcNow())
        {
            Del(key);
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

        return value;
    }
}
