namespace Daybook;

/// <summary>There is no such stream.</summary>
public sealed class StreamNotFoundException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    public StreamNotFoundException(string streamId)
        : base($"There is no stream '{streamId}' in this store.") => StreamId = streamId;

    /// <summary>The stream.</summary>
    public string StreamId { get; }
}
