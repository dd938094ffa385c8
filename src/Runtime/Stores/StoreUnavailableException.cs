namespace Daybook;

/// <summary>A store could not be reached, or answered that it cannot serve just now: a failure worth a retry.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : DaybookException(message, innerException);
