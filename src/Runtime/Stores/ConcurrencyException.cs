namespace Daybook;

/// <summary>A stream was not at the version that an append expected; nothing was written.</summary>
public sealed class ConcurrencyException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="expected">The version that was expected.</param>
    /// <param name="actual">The version that the stream has; 0 when there is no stream.</param>
    public ConcurrencyException(string streamId, ExpectedVersion expected, long actual)
        : base($"Stream '{streamId}' was expected at {expected} but is at version {actual}; load it again and decide anew.")
    {
        StreamId = streamId;
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The version that was expected.</summary>
    public ExpectedVersion Expected { get; }

    /// <summary>The version that the stream has; 0 when there is no stream.</summary>
    public long Actual { get; }
}
