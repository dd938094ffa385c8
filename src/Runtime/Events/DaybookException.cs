namespace Daybook;

/// <summary>Base of every exception that Daybook itself defines.</summary>
public abstract class DaybookException : Exception
{
    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What is wrong, where, and what to do about it.</param>
    protected DaybookException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do about it.</param>
    /// <param name="innerException">The exception that led to this one; may be null.</param>
    protected DaybookException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
