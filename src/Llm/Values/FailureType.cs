namespace Daybook.Llm;

/// <summary>What kind of failure an error is.</summary>
public enum FailureType
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>The connection.</summary>
    Network,

    /// <summary>What the model said.</summary>
    Model,

    /// <summary>A tool that the model called.</summary>
    Tool,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>Somebody stopped it.</summary>
    Abort,

    /// <summary>The model said nothing.</summary>
    ZeroOutput,
}
