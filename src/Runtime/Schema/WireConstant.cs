namespace Daybook.Schema;

/// <summary>A named value of an enum.</summary>
/// <param name="Name">The CLR name, without @.</param>
/// <param name="Value">Its number, in the range of the underlying type.</param>
public sealed record WireConstant(string Name, Int128 Value);
