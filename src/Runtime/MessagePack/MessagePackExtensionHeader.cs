namespace Daybook.MessagePack;

/// <summary>What stands before the data of an extension.</summary>
/// <param name="Type">0 to 127 are the application's, negative ones the specification's; -1 is the timestamp.</param>
/// <param name="Length">Length of the data in bytes.</param>
public readonly record struct MessagePackExtensionHeader(sbyte Type, int Length);
