using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Daybook.Tests.Determinism;

/// <summary>Enumerates by hash codes, which are other ones in every process.</summary>
[State("by-hash")]
[Records<Paid>]
public partial record ByHash
{
    public ImmutableDictionary<string, int> Guests { get; init; } = ImmutableDictionary<string, int>.Empty;
    public string List { get; init; } = "";

    [Reducer] ByHash On(Came e) => (this with { Guests = Guests.SetItem(e.Name, 1) }).Listed();
    [Reducer] ByHash On(Left e) => (this with { Guests = Guests.Remove(e.Name) }).Listed();

    private ByHash Listed() => this with { List = string.Join(",", Guests.Keys) };
}

/// <summary>Stores a hash code.</summary>
[State("hash-code")]
[Records<Paid>]
[Records<Left>]
public partial record HashCodes
{
    public int Bucket { get; init; }

    [Reducer] HashCodes On(Came e) => this with { Bucket = e.Name.GetHashCode() };
}

/// <summary>Asks for the machine's time zone.</summary>
[State("local-time")]
[Records<Paid>]
[Records<Left>]
public partial record LocalTime
{
    public TimeSpan Offset { get; init; }

    [Reducer] LocalTime On(Came _, EventContext context) => this with { Offset = TimeZoneInfo.Local.GetUtcOffset(context.Timestamp) };
}

/// <summary>Counts in a static field.</summary>
[State("static-counter")]
[Records<Paid>]
[Records<Left>]
public partial record StaticCounter
{
    private static int s_count;

    public int Number { get; init; }

    [Reducer] StaticCounter On(Came _) => this with { Number = ++s_count };
}

/// <summary>Enumerates what depends on the number of processors.</summary>
[State("processors")]
[Records<Paid>]
[Records<Left>]
public partial record Processors
{
    public ImmutableArray<int> Lengths { get; init; } = [];
    public string List { get; init; } = "";

    [Reducer]
    Processors On(Came e)
    {
        Processors next = this with { Lengths = Lengths.Add(e.Name.Length * 7) };
        var buckets = new ConcurrentDictionary<int, int>();
        foreach (int length in next.Lengths)
        {
            buckets[length] = 1;
        }

        return next with { List = $"{Environment.ProcessorCount}: {string.Join(",", buckets.Keys)}" };
    }
}

/// <summary>Clean, but works on threads of the pool, which must get on in children, too.</summary>
[State("parallel")]
[Records<Paid>]
[Records<Left>]
public partial record Parallel
{
    public long Sum { get; init; }

    [Reducer] Parallel On(Came e) => this with { Sum = Sum + Enumerable.Range(0, 10_000).AsParallel().WithDegreeOfParallelism(2).Sum(number => (long)number % e.Name.Length) };
}

/// <summary>Folds in some processes only.</summary>
[State("demanding")]
[Records<Came>]
[Records<Left>]
public partial record Demanding
{
    public int Count { get; init; }

    [Reducer]
    Demanding On(Paid _) => Environment.ProcessorCount > 1 ? this with { Count = Count + 1 } : throw new NotSupportedException("One processor is not enough.");
}

/// <summary>Never comes to an end in a child.</summary>
[State("stuck")]
[Records<Paid>]
[Records<Left>]
public partial record Stuck
{
    public int Count { get; init; }

    [Reducer]
    Stuck On(Came _)
    {
        Thread.Sleep(Environment.GetEnvironmentVariable("DAYBOOK_DETERMINISM_CHILD") is null ? 0 : Timeout.Infinite);
        return this with { Count = Count + 1 };
    }
}
