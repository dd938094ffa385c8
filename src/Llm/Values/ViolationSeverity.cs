namespace Daybook.Llm;

/// <summary>How bad a broken rule is.</summary>
public enum ViolationSeverity
{
    /// <summary>Worth knowing.</summary>
    Warning,

    /// <summary>The answer should not be used as it is.</summary>
    Error,

    /// <summary>Nothing of the answer may be used.</summary>
    Fatal,
}
