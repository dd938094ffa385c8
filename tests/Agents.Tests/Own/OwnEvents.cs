using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Tests.Agents.Own;

internal enum Grade
{
    Poor,
    Good = 5,
}

internal sealed record Place(string StreetName, int? HouseNumber = null);

/// <summary>An event of a service's own with members of many types, defaults, and a rest.</summary>
[Event("site.inspected")]
internal sealed partial record Inspected(
    Guid InspectionId,
    decimal Fee,
    Grade Grade,
    Place Place,
    ImmutableArray<Place> Others,
    ImmutableSortedDictionary<string, int> Counts,
    DateTimeOffset At,
    TimeSpan Took,
    DateOnly Day,
    byte[] Proof,
    (int From, int To) Range,
    Grade? Before = null,
    int Attempts = 3,
    string Team = "north",
    Grade Wanted = Grade.Good,
    decimal Share = 0.5m,
    JsonElement? Data = null);

/// <summary>An event whose last members may be left out, without a rest.</summary>
[Event("site.closed")]
internal sealed partial record Closed(string Reason, Grade? Grade = Grade.Good)
{
    public ImmutableArray<string> Keys { get; init; } = ["main"];
}

/// <summary>An event that has had another name.</summary>
[Event("site.opened", FormerNames = ["site.unlocked"])]
internal sealed partial record Opened(string ByWhom);

[Event("site.visited")]
internal sealed partial record VisitedV1(string Who);

/// <summary>An event that is still written as its first version.</summary>
[Event("site.visited", Version = 2, WriteVersion = 1)]
internal sealed partial record Visited(string Who, int Count = 1);

/// <summary>What is recorded of an event that nobody has declared.</summary>
[Event("site.painted")]
internal sealed partial record PaintedV1(JsonElement Data);

/// <summary>The event as it was declared later.</summary>
[Event("site.painted", Version = 2)]
internal sealed partial record Painted(string Colour);

/// <summary>An event that was declared later under the version of the undeclared one.</summary>
[Event("site.sold")]
internal sealed partial record Sold(string Buyer, int Price);

[State("site")]
internal sealed partial record Site
{
    public string Colour { get; init; } = "";

    public string Buyer { get; init; } = "";

    public int Visits { get; init; }

    [Reducer]
    private Site On(Painted e) => this with { Colour = e.Colour };

    [Reducer]
    private Site On(Sold e) => this with { Buyer = e.Buyer };

    [Reducer]
    private Site On(Visited e) => this with { Visits = Visits + e.Count };
}

internal static class SiteVersions
{
    [Upcaster]
    internal static Visited Up(VisitedV1 e) => new(e.Who);

    [Downcaster]
    internal static VisitedV1 Down(Visited e) => new(e.Who);

    [Upcaster]
    internal static Painted Up(PaintedV1 e) => new(e.Data.TryGetProperty("colour", out JsonElement colour) ? colour.ToString() : "");
}
