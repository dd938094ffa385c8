namespace Daybook;

/// <summary>A snapshot that could not be taken. Nothing is lost by it but time.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="State">The name of the state.</param>
/// <param name="Exception">Why.</param>
public sealed record SnapshotFailure(string StreamId, string State, Exception Exception);
