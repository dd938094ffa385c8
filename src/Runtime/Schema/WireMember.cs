namespace Daybook.Schema;

/// <summary>A member of a record.</summary>
/// <param name="Key">Index in the record's array.</param>
/// <param name="Name">The CLR member's name, without @.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">What it is when missing, as text: a C# literal, <c>...</c> for what is not a constant, or null for the type's default.</param>
public sealed record WireMember(int Key, string Name, WireType Type, string? Default);
