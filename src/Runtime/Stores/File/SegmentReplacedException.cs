namespace Daybook.Stores;

/// <summary>A segment's file is another one than the one that is known: look again. Nobody outside of the store meets it.</summary>
internal sealed class SegmentReplacedException(string path) : IOException($"The segment '{path}' has been rewritten.");
