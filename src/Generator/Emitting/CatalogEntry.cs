namespace Daybook.Generator.Emitting;

/// <summary>An event of the assembly's catalog.</summary>
internal sealed record CatalogEntry(string Name, int Version, string Type);
