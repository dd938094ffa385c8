using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>Draws changes of every kind and makes them in several stores alike; what one answers, all must.</summary>
internal sealed class SameChanges(int seed, bool copiesChains = true)
{
    private readonly Random _random = new(seed);
    private readonly List<(string Stream, EventId[] Ids, string[] Texts)> _appends = [];

    internal async Task MakeOneAsync(params IEventStore[] stores)
    {
        string stream = string.Create(CultureInfo.InvariantCulture, $"s{_random.Next(6)}");
        StreamInfo? info = await stores[0].GetStreamInfoAsync(stream);
        int what = _random.Next(100);
        Func<IEventStore, Task<string>> change = what switch
        {
            < 70 => Append(stream, info),
            < 78 => Repeat(),
            < 90 => Truncate(stream, info),
            < 97 => Replace(stream, info),
            _ => async store => $"deleted {await store.DeleteStreamAsync(stream)}",
        };
        string? expected = null;
        foreach (IEventStore store in stores)
        {
            string answer = await AnswerAsync(store, change);
            Assert.Equal(expected ??= answer, answer);
        }
    }

    private Func<IEventStore, Task<string>> Append(string stream, StreamInfo? info)
    {
        EventId[] ids = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => _random.Next(8) == 0 ? EventId.From("test", Guid.NewGuid().ToString()) : TestAppends.NextId())];
        string[] texts = [.. ids.Select(id => $"{id} {new string('t', _random.Next(1500))}")];
        EventMetadata[] metadata = [.. ids.Select(_ => new EventMetadata { Actor = _random.Next(3) == 0 ? null : $"actor {_random.Next(20)}" })];
        var at = new DateTimeOffset(2025, 1, 1, 0, 0, _random.Next(60), TimeSpan.Zero);
        StreamOrigin? origin = info is null && _random.Next(2) == 0 ? new(_random.Next(20), ids[0], at.UtcTicks, Hash()) : null;
        // At sequence 0 the hash before can only be zeros.
        origin = origin is { FirstSequence: 0, HashBefore: not null } ? origin with { HashBefore = default(ChainHash) } : origin;
        _appends.Add((stream, ids, texts));
        return async store =>
        {
            using var batch = new AppendBatch();
            batch.Start(stream, "test");
            batch.Origin = origin;
            for (int i = 0; i < ids.Length; i++)
            {
                batch.AddText(texts[i], ids[i], metadata[i], i == 1 ? TestAppends.Other : TestAppends.Token, at.AddSeconds(-i));
            }

            AppendResult result = await store.AppendAsync(batch);
            return $"appended {result.FirstSequence} {result.FirstOffset} {result.WasRepeated}";
        };

        ChainHash? Hash()
        {
            byte[] bytes = new byte[ChainHash.Size];
            _random.NextBytes(bytes);
            return !copiesChains || _random.Next(2) == 0 ? null : new ChainHash(bytes);
        }
    }

    // Sends an old append again: its events may be there, replaced, truncated, or gone with their stream.
    private Func<IEventStore, Task<string>> Repeat()
    {
        if (_appends.Count == 0)
        {
            return static _ => Task.FromResult("");
        }

        (string stream, EventId[] ids, string[] texts) = _appends[_random.Next(_appends.Count)];
        return async store =>
        {
            using var batch = new AppendBatch();
            batch.Start(stream, "test");
            for (int i = 0; i < ids.Length; i++)
            {
                batch.AddText(texts[i], ids[i], schema: i == 1 ? TestAppends.Other : TestAppends.Token, at: DateTimeOffset.UnixEpoch);
            }

            AppendResult result = await store.AppendAsync(batch);
            return $"repeated {result.FirstSequence} {string.Join(' ', ids.Select((_, i) => result.OffsetOf(i)))} {result.WasRepeated}";
        };
    }

    private Func<IEventStore, Task<string>> Truncate(string stream, StreamInfo? info)
    {
        long to = info is null ? 0 : _random.NextInt64(info.FirstSequence, info.Version + (_random.Next(5) == 0 ? 2 : 1));
        return async store => $"truncated {await store.TruncateStreamAsync(stream, to)}";
    }

    private Func<IEventStore, Task<string>> Replace(string stream, StreamInfo? info)
    {
        long sequence = info is null ? 0 : _random.NextInt64(Math.Max(0, info.FirstSequence - 1), info.Version + 1);
        string text = "replaced" + new string('r', _random.Next(200));
        return async store =>
        {
            using var batch = new AppendBatch();
            batch.Start(stream);
            batch.AddText(text);
            return $"replaced {await store.ReplaceEventAsync(stream, sequence, TestAppends.Redacted, batch.PayloadOf(batch.Events[0]).ToArray())}";
        };
    }

    private static async Task<string> AnswerAsync(IEventStore store, Func<IEventStore, Task<string>> change)
    {
        try
        {
            return await change(store);
        }
        catch (Exception exception) when (exception is DuplicateEventException or ConcurrencyException or StreamNotFoundException or ArgumentOutOfRangeException)
        {
            return exception.GetType().Name;
        }
    }
}
