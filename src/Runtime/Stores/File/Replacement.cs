namespace Daybook.Stores;

/// <summary>What stands in an event's place until its segment is rewritten.</summary>
/// <param name="Offset">The event's offset.</param>
/// <param name="TypeIndex">The new type.</param>
/// <param name="Payload">The new payload.</param>
internal sealed record Replacement(long Offset, int TypeIndex, byte[] Payload);
