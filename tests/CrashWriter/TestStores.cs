using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>The stores that are killed while they write, by name.</summary>
public static class TestStores
{
    public static IEventStore Open(string kind, string place) => kind switch
    {
        "file" => FileEventStore.Open(place, new() { SegmentSize = 64 * 1024 }),
        "sqlite" => SqliteEventStores.Open(place),
        _ => throw new ArgumentException($"There is no kind of store '{kind}'.", nameof(kind)),
    };
}
