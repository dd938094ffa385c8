namespace Daybook;

/// <summary>
/// A write or flush failed, so what is on disk is uncertain: the store takes no more until it is reopened, which finds
/// out. An append that met this exception may or may not have been stored; retrying it with the same event ids is safe.
/// </summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class StoreFaultedException(string message, Exception? innerException = null) : DaybookException(message, innerException);
