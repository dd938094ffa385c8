namespace Daybook;

/// <summary>The base of every exception that Daybook defines.</summary>
public abstract class DaybookException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    protected DaybookException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
