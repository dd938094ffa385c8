namespace Daybook.Stores;

/// <summary>Takes a group of a rewritten segment.</summary>
/// <param name="group">Its bytes, for the time of the call.</param>
internal delegate void GroupSink(ReadOnlySpan<byte> group);
