using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>What events and states have in common: a schema and a serializer.</summary>
internal sealed record RecordModel
{
    public required Containment Containment { get; init; }

    /// <summary>The type as code writes it.</summary>
    public required string Type { get; init; }

    /// <summary>The wire name.</summary>
    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>The schema line.</summary>
    public required string Schema { get; init; }

    /// <summary>Whether the record reaches itself.</summary>
    public required bool IsRecursive { get; init; }

    /// <summary>The record itself first, then every shape that it reaches.</summary>
    public required EquatableArray<Composite> Composites { get; init; }
}
