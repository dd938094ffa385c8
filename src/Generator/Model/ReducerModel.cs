namespace Daybook.Generator.Model;

/// <summary>A reducer.</summary>
internal sealed record ReducerModel(string Name, bool IsStatic, bool TakesContext);
