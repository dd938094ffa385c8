namespace Daybook.Llm;

/// <summary>What a token belongs to.</summary>
public enum TokenKind
{
    /// <summary>The answer itself.</summary>
    Text,

    /// <summary>The model's reasoning on the way to the answer.</summary>
    Reasoning,
}
