namespace Daybook;

/// <summary>What was opened is no Daybook store, or one of a newer format than this version reads.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class StoreFormatException(string message, Exception? innerException = null) : DaybookException(message, innerException);
