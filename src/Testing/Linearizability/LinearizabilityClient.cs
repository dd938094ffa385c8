using System.Collections.Immutable;
using System.Diagnostics;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>One client of a round: calls at random, and a record of each.</summary>
internal sealed class LinearizabilityClient(IEventStore store, LinearizabilityWork work, int number, int seed)
{
    private readonly Random _random = new(seed);

    // What it last heard of each stream's version; others may have moved on.
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);

    internal List<StreamCall> History { get; } = [];

    internal async Task WorkAsync(int calls, CancellationToken token)
    {
        for (int i = 0; i < calls; i++)
        {
            string stream = work.Streams[_random.Next(work.Streams.Length)];
            int choice = store.Capabilities.IsReadOnly ? 99 : _random.Next(100);
            await (choice switch
            {
                < 60 => AppendAsync(stream, NewIds(stream), Expectation(stream), token),
                < 70 => RetryAsync(stream, token),
                < 73 => DeleteAsync(stream, _random.Next(2) == 0 ? ExpectedVersion.Any : Expectation(stream), token),
                < 76 when store.Capabilities.CanTruncate => TruncateAsync(stream, _random.NextInt64(_versions.GetValueOrDefault(stream) + 2), token),
                _ => ReadAsync(stream, _random.Next(3) == 0 ? _random.NextInt64(_versions.GetValueOrDefault(stream) + 1) : 0, _random.Next(1, 200), token),
            });
        }
    }

    /// <summary>Reads a page.</summary>
    /// <returns>Where to go on; null at the end.</returns>
    internal async Task<long?> ReadAsync(string stream, long from, int count, CancellationToken token)
    {
        long invoked = Stopwatch.GetTimestamp();
        using EventPage page = await store.ReadStreamAsync(stream, from, count, token);
        var ids = ImmutableArray.CreateBuilder<EventId>(page.Count);
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            // A place that is wrong is told like an event that nobody appended.
            ids.Add(recorded.Sequence == Math.Max(from, page.FirstSequence) + ids.Count ? recorded.Id : default);
        }

        _versions[stream] = page.StreamVersion;
        if (ids.Count > 0 && !ids.Contains(default))
        {
            // What others appended is appended again, too, be they in this process or in another one.
            int first = _random.Next(ids.Count);
            work.Remember(stream, [.. ids.Skip(first).Take(_random.Next(1, 5))]);
        }

        Add(new()
        {
            StreamId = stream,
            Kind = StreamCallKind.Read,
            From = from,
            EventIds = ids.MoveToImmutable(),
            FirstSequence = page.FirstSequence,
            Incarnation = page.Incarnation,
            Value = page.StreamVersion,
            Invoked = invoked,
            Returned = Stopwatch.GetTimestamp(),
            Answer = StreamAnswer.Done,
        });
        return page.Count == 0 ? null : page.Next;
    }

    private async Task AppendAsync(string stream, ImmutableArray<EventId> ids, ExpectedVersion expected, CancellationToken token)
    {
        work.Remember(stream, ids);
        bool again;
        do
        {
            using AppendBatch batch = Sample.Batch(stream, expected);
            foreach (EventId id in ids)
            {
                // The payload goes by the id, so that the same ids are the same append.
                _ = batch.Note(id, 0, id.ToGuid().ToString());
            }

            StreamCall call = await CallAsync(new() { StreamId = stream, Kind = StreamCallKind.Append, EventIds = ids, Expected = expected, Invoked = 0, Returned = 0, Answer = default }, async asked =>
            {
                AppendResult result = await store.AppendAsync(batch, token);
                _versions[stream] = result.Version;
                return asked with
                {
                    Answer = result.WasRepeated ? StreamAnswer.Repeated : StreamAnswer.Done,
                    Value = result.FirstSequence,
                    Offsets = [.. Enumerable.Range(0, result.Count).Select(result.OffsetOf)],
                };
            });
            // As recorders do when they are not told; sometimes it gives up.
            again = call.Answer == StreamAnswer.Unknown && _random.Next(5) > 0;
        }
        while (again);
    }

    private Task RetryAsync(string stream, CancellationToken token)
    {
        if (work.Recall(stream, _random) is not { } ids)
        {
            return AppendAsync(stream, NewIds(stream), Expectation(stream), token);
        }

        ids = _random.Next(4) switch
        {
            0 => ids.Add(EventId.From(stream, $"{number} {History.Count}")),
            1 when ids.Length > 1 => ids[1..],
            2 when ids.Length > 1 => [.. ids.Reverse()],
            _ => ids,
        };
        return AppendAsync(stream, ids, Expectation(stream), token);
    }

    private Task<StreamCall> DeleteAsync(string stream, ExpectedVersion expected, CancellationToken token) =>
        CallAsync(new() { StreamId = stream, Kind = StreamCallKind.Delete, Expected = expected, Invoked = 0, Returned = 0, Answer = default }, async asked =>
            asked with { Answer = await store.DeleteStreamAsync(stream, expected, token) ? StreamAnswer.Done : StreamAnswer.Nothing });

    private Task<StreamCall> TruncateAsync(string stream, long first, CancellationToken token) =>
        CallAsync(new() { StreamId = stream, Kind = StreamCallKind.Truncate, From = first, Invoked = 0, Returned = 0, Answer = default }, async asked =>
            asked with { Answer = await store.TruncateStreamAsync(stream, first, token) ? StreamAnswer.Done : StreamAnswer.Nothing });

    private async Task<StreamCall> CallAsync(StreamCall asked, Func<StreamCall, Task<StreamCall>> run)
    {
        asked = asked with { Invoked = Stopwatch.GetTimestamp() };
        StreamCall answered;
        try
        {
            answered = await run(asked);
        }
        catch (ConcurrencyException exception)
        {
            _versions[asked.StreamId] = exception.Actual;
            answered = asked with { Answer = StreamAnswer.Conflict, Value = exception.Actual };
        }
        catch (DuplicateEventException)
        {
            answered = asked with { Answer = StreamAnswer.Duplicate };
        }
        catch (StreamNotFoundException)
        {
            answered = asked with { Answer = StreamAnswer.NotFound };
        }
        catch (ArgumentOutOfRangeException)
        {
            answered = asked with { Answer = StreamAnswer.OutOfRange };
        }
        catch (StoreUnavailableException)
        {
            answered = asked with { Answer = StreamAnswer.Unknown };
        }

        answered = answered with { Returned = Stopwatch.GetTimestamp() };
        Add(answered);
        return answered;
    }

    private void Add(StreamCall call) => History.Add(call with { Client = number });

    private ImmutableArray<EventId> NewIds(string stream) =>
        [.. Enumerable.Range(0, _random.Next(3) == 0 ? _random.Next(1, 5) : 1).Select(i =>
            _random.Next(5) == 0 ? EventId.From(stream, $"{number} {History.Count} {i}") : new EventId(Guid.CreateVersion7()))];

    private ExpectedVersion Expectation(string stream) => _random.Next(10) switch
    {
        < 4 => ExpectedVersion.Any,
        < 8 => ExpectedVersion.At(_versions.GetValueOrDefault(stream)),
        8 => ExpectedVersion.Exists,
        _ => ExpectedVersion.NoStream,
    };
}
