namespace Daybook.Generator.Model;

/// <summary>An event.</summary>
internal sealed record EventModel
{
    public required RecordModel Record { get; init; }

    /// <summary>Whether the assembly's catalog can name it.</summary>
    public required bool IsInCatalog { get; init; }
}
