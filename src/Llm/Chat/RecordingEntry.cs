namespace Daybook.Llm;

/// <summary>A stream that a request was recorded in.</summary>
internal sealed class RecordingEntry(string streamId, string? model)
{
    private long _incompleteAt;
    private volatile bool _isLeftOut;

    internal string StreamId { get; } = streamId;

    /// <summary>The model that was asked.</summary>
    internal string? Model { get; } = model;

    /// <summary>The stream's version at which it was seen to hold no complete answer; 0 while none was seen. Nothing but another event makes it complete.</summary>
    internal long IncompleteAt
    {
        get => Volatile.Read(ref _incompleteAt);
        set => Volatile.Write(ref _incompleteAt, value);
    }

    /// <summary>Whether nobody looks at the stream again: it does not hold the request any more, and never will without another START, or it is not complete and others are newer.</summary>
    internal bool IsLeftOut
    {
        get => _isLeftOut;
        set => _isLeftOut = value;
    }
}
