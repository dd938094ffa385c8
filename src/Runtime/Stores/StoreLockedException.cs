namespace Daybook;

/// <summary>Another writer holds the store.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class StoreLockedException(string message, Exception? innerException = null) : DaybookException(message, innerException);
