using Daybook;

namespace RecordChat;

/// <summary>A response has begun.</summary>
[Event("chat.started")]
public partial record Started(string Provider, string? Model);

/// <summary>The model has said a piece of text.</summary>
[Event("chat.token")]
public readonly partial record struct Token(string Text, TokenKind Kind);

/// <summary>So many tokens and characters of content are safe: where a broken response can be taken up again.</summary>
[Event("chat.checkpoint")]
public partial record Checkpoint(int Tokens, int Length);

/// <summary>The response has ended as it should.</summary>
[Event("chat.completed")]
public partial record Completed(string? Reason);

/// <summary>The response broke off.</summary>
[Event("chat.failed")]
public partial record Failed(string Message);
