namespace Daybook.Llm;

/// <summary>What is done about a failure.</summary>
public enum RecoveryStrategy
{
    /// <summary>Nothing: the stream ends.</summary>
    Halt,

    /// <summary>The same model is asked again.</summary>
    Retry,

    /// <summary>Another model is asked.</summary>
    Fallback,

    /// <summary>The answer is taken up from the last checkpoint.</summary>
    Continue,
}
