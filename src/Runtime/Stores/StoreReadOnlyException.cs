namespace Daybook;

/// <summary>A store that only reads was asked to write.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class StoreReadOnlyException(string message, Exception? innerException = null) : DaybookException(message, innerException);
