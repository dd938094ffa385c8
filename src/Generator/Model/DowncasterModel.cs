namespace Daybook.Generator.Model;

/// <summary>A downcaster.</summary>
/// <param name="Source">The event that it takes, as code writes it.</param>
/// <param name="Target">The older version that it returns, as code writes it.</param>
/// <param name="Call">The method as code calls it.</param>
internal sealed record DowncasterModel(string Source, string Target, string Call);
