namespace Daybook;

/// <summary>A connection string cannot be read, or says something that its store does not know.</summary>
/// <param name="message">What is wrong, and what to write; it repeats no more of the text than that takes, since there may be passwords in it.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class InvalidConnectionStringException(string message, Exception? innerException = null) : ArgumentException(message, innerException);
