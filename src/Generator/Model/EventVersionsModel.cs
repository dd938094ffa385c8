using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>How an event stands among its versions.</summary>
internal sealed record EventVersionsModel
{
    public required Containment Containment { get; init; }

    /// <summary>The event as code writes it.</summary>
    public required string Type { get; init; }

    /// <summary>The upcaster that takes the event; null for the newest version.</summary>
    public required UpcasterModel? Own { get; init; }

    /// <summary>The upcasters whose sources become this event, in order of their forms.</summary>
    public required EquatableArray<UpcasterModel> Earlier { get; init; }

    /// <summary>All upcasters that take part in that.</summary>
    public required EquatableArray<UpcasterModel> Upcasters { get; init; }

    /// <summary>Slices what concerns an event; null when nothing does.</summary>
    public static EventVersionsModel? Of(EventModel model, UpcastGraph graph)
    {
        string type = model.Record.Type;
        UpcasterModel? own = graph.From(type);
        IReadOnlyList<UpcasterModel> earlier = graph.LeadingTo([type]);
        return own is null && earlier.Count == 0 ? null : new()
        {
            Containment = model.Record.Containment,
            Type = type,
            Own = own,
            Earlier = new(earlier),
            Upcasters = new(graph.Following(earlier)),
        };
    }
}
