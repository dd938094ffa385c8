namespace Daybook;

/// <summary>The place where a store lives is full; nothing of the append was written.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class StoreFullException(string message, Exception? innerException = null) : DaybookException(message, innerException);
