namespace Daybook.Analyzers.Schema;

/// <summary>A named value of an enum.</summary>
internal sealed record SchemaConstant(string Name, string Value);
