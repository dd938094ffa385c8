namespace RecordChat;

/// <summary>What a model said is no whole answer: the provider reports an error, or the stream broke off.</summary>
public sealed class ChatProviderException(string message) : Exception(message);
