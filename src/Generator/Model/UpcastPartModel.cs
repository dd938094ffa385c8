namespace Daybook.Generator.Model;

/// <summary>An event that an upcaster returns, alone or in a tuple.</summary>
/// <param name="Type">The event as code writes it.</param>
/// <param name="CanBeNull">Whether code has to look for null.</param>
internal sealed record UpcastPartModel(string Type, bool CanBeNull);
