namespace Daybook.Llm;

/// <summary>A stream that a request was recorded in.</summary>
internal sealed class RecordingEntry(string streamId, string? model)
{
    private long _incompleteAt;
    private volatile bool _isGone;

    internal string StreamId { get; } = streamId;

    /// <summary>The model that was asked.</summary>
    internal string? Model { get; } = model;

    /// <summary>The stream's version at which it was seen to hold no complete answer; 0 while none was seen. Nothing but another event makes it complete.</summary>
    internal long IncompleteAt
    {
        get => Volatile.Read(ref _incompleteAt);
        set => Volatile.Write(ref _incompleteAt, value);
    }

    /// <summary>Whether the stream was seen not to hold the request any more; it never will again without another START.</summary>
    internal bool IsGone
    {
        get => _isGone;
        set => _isGone = value;
    }
}
