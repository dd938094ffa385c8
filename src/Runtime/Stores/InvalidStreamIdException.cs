namespace Daybook;

/// <summary>A text was given as a stream id that no stream may have.</summary>
public sealed class InvalidStreamIdException : ArgumentException
{
    internal InvalidStreamIdException(string? streamId, string problem)
        : base($"'{streamId}' cannot be a stream id: {problem}.", nameof(streamId)) => StreamId = streamId;

    /// <summary>The text.</summary>
    public string? StreamId { get; }
}
