namespace Daybook.Testing;

/// <summary>A child process that was to fold a stream did not.</summary>
/// <param name="message">What it did instead, and what to do about it.</param>
public sealed class DeterminismChildException(string message) : DaybookException(message);
