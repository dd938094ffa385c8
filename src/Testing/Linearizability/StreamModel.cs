using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>A stream as it must behave when calls come one after the other.</summary>
internal sealed class StreamModel
{
    private readonly EventId _incarnation;
    private readonly long _first;
    private readonly ImmutableArray<EventId> _ids;

    private StreamModel(EventId incarnation, long first, ImmutableArray<EventId> ids)
    {
        _incarnation = incarnation;
        _first = first;
        _ids = ids;
        var hash = new HashCode();
        hash.Add(incarnation);
        foreach (EventId id in ids)
        {
            hash.Add(id);
        }

        Key = (hash.ToHashCode(), first, ids.Length);
    }

    internal static StreamModel Missing { get; } = new(default, 0, []);

    /// <summary>What tells models apart.</summary>
    internal (int Hash, long First, int Count) Key { get; }

    internal long Version => _first + _ids.Length;

    /// <summary>Lets a call happen now.</summary>
    /// <returns>The stream afterwards; null when the call could not have had its answer here.</returns>
    internal StreamModel? After(StreamCall call)
    {
        (StreamAnswer answer, long value, StreamModel after) = call.Kind switch
        {
            StreamCallKind.Append => Append(call),
            StreamCallKind.Delete => Delete(call),
            StreamCallKind.Truncate => Truncate(call),
            _ => Read(call),
        };
        if (call.Answer == StreamAnswer.Unknown)
        {
            // One that changes nothing may as well never have happened.
            return ReferenceEquals(after, this) ? null : after;
        }

        return answer == call.Answer && value == call.Value ? after : null;
    }

    private (StreamAnswer Answer, long Value, StreamModel After) Append(StreamCall call)
    {
        int at = _ids.IndexOf(call.EventIds[0]);
        if (at >= 0 && at + call.EventIds.Length <= _ids.Length && _ids.AsSpan().Slice(at, call.EventIds.Length).SequenceEqual(call.EventIds.AsSpan()))
        {
            return (StreamAnswer.Repeated, _first + at, this);
        }

        if (call.EventIds.Any(id => _ids.Contains(id)))
        {
            return (StreamAnswer.Duplicate, 0, this);
        }

        return call.Expected.Matches(Version)
            ? (StreamAnswer.Done, Version, new(Version == 0 ? call.EventIds[0] : _incarnation, _first, _ids.AddRange(call.EventIds)))
            : (StreamAnswer.Conflict, Version, this);
    }

    private (StreamAnswer Answer, long Value, StreamModel After) Delete(StreamCall call)
    {
        if (!call.Expected.Matches(Version))
        {
            return (StreamAnswer.Conflict, Version, this);
        }

        return Version == 0 ? (StreamAnswer.Nothing, 0, this) : (StreamAnswer.Done, 0, Missing);
    }

    private (StreamAnswer Answer, long Value, StreamModel After) Truncate(StreamCall call)
    {
        if (Version == 0)
        {
            return (StreamAnswer.NotFound, 0, this);
        }

        if (call.From > Version)
        {
            return (StreamAnswer.OutOfRange, 0, this);
        }

        return call.From <= _first
            ? (StreamAnswer.Nothing, 0, this)
            : (StreamAnswer.Done, 0, new(_incarnation, call.From, _ids[(int)(call.From - _first)..]));
    }

    private (StreamAnswer Answer, long Value, StreamModel After) Read(StreamCall call)
    {
        int start = (int)Math.Clamp(call.From - _first, 0, _ids.Length);
        // A page may be shorter than what is there, but not empty.
        bool fits = call.FirstSequence == _first && call.Incarnation == _incarnation
            && call.EventIds.Length <= _ids.Length - start && (call.EventIds.Length > 0 || start == _ids.Length)
            && _ids.AsSpan().Slice(start, call.EventIds.Length).SequenceEqual(call.EventIds.AsSpan());
        return (fits ? StreamAnswer.Done : StreamAnswer.Unknown, Version, this);
    }
}
