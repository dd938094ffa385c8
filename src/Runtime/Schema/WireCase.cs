namespace Daybook.Schema;

/// <summary>A case of a union.</summary>
/// <param name="Tag">The number that stands before the body.</param>
/// <param name="Type">The body's type.</param>
public sealed record WireCase(int Tag, WireType Type);
