namespace RecordChat;

/// <summary>What one message of a streamed response means.</summary>
internal abstract record ResponseSignal
{
    /// <summary>The response has begun.</summary>
    internal sealed record Start(string Provider, string? Model) : ResponseSignal;

    /// <summary>A piece of text.</summary>
    internal sealed record Delta(string Text, TokenKind Kind) : ResponseSignal;

    /// <summary>The response has ended as it should.</summary>
    internal sealed record End(string? Reason) : ResponseSignal;

    /// <summary>The provider reports that the response broke off.</summary>
    internal sealed record Error(string Message) : ResponseSignal;
}
