using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>A state.</summary>
internal sealed record StateModel
{
    public required RecordModel Record { get; init; }

    /// <summary>The record's short name as code writes it.</summary>
    public required string ShortName { get; init; }

    /// <summary>Whether code of the whole assembly can name it.</summary>
    public required bool IsNamable { get; init; }

    /// <summary>Whether it skips what it does not take, and has no recorder.</summary>
    public required bool IsView { get; init; }

    /// <summary>The state before the first event, as an expression.</summary>
    public required string Initial { get; init; }

    /// <summary>The events in order of their case numbers.</summary>
    public required EquatableArray<StateEventModel> Events { get; init; }

    /// <summary>
    /// The upcasters whose sources become these events, in order of the case numbers behind those of the events. The
    /// parser knows only those of other assemblies; <see cref="Parsing.StateVersions"/> adds the rest.
    /// </summary>
    public required EquatableArray<UpcasterModel> Upcasters { get; init; }
}
