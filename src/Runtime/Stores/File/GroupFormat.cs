namespace Daybook.Stores;

/// <summary>The constants of a record group (docs/format.md).</summary>
internal static class GroupFormat
{
    /// <summary>Length and checksum before the body.</summary>
    internal const int FrameSize = 8;

    internal const int KindMask = 0x0F;
    internal const int Append = 1;
    internal const int Delete = 2;
    internal const int Truncate = 3;

    /// <summary>Nothing but definitions; only in rewritten segments.</summary>
    internal const int Define = 4;

    internal const int Replace = 5;
    internal const int HasDefinitions = 0x80;
    internal const int HasMetadata = 0x40;

    internal const int EventHasMetadata = 1;
    internal const int EventIsChained = 4;

    internal const int StreamHasCategory = 1;
    internal const int StreamIsChained = 2;

    /// <summary>The least bytes that an event takes.</summary>
    internal const int LeastEventSize = 20;
}
