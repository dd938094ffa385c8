namespace Daybook.Testing;

/// <summary>What a client was told.</summary>
public enum StreamAnswer
{
    /// <summary>Nothing: the call failed, and it may have been done or not, at any time since.</summary>
    Unknown,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>An append: the events stood there already.</summary>
    Repeated,

    /// <summary>The stream was at another version than expected.</summary>
    Conflict,

    /// <summary>An append: some ids were known, but it was not the same append.</summary>
    Duplicate,

    /// <summary>There was nothing to do.</summary>
    Nothing,

    /// <summary>A truncation: there was no such stream.</summary>
    NotFound,

    /// <summary>A truncation: the stream did not go that far.</summary>
    OutOfRange,
}
