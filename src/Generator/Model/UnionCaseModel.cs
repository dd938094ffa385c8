namespace Daybook.Generator.Model;

/// <summary>A case of a union.</summary>
internal sealed record UnionCaseModel(int Tag, WireValue Body);
