namespace Daybook.Testing;

/// <summary>What a client asked of a stream.</summary>
public enum StreamCallKind
{
    /// <summary>To append events.</summary>
    Append,

    /// <summary>To delete the stream.</summary>
    Delete,

    /// <summary>To truncate the stream.</summary>
    Truncate,

    /// <summary>To read a page.</summary>
    Read,
}
