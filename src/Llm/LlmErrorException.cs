using System.Text.Json;

namespace Daybook.Llm;

/// <summary>An error that was recorded, as an exception: see <see cref="LlmError.ToException"/>.</summary>
/// <param name="error">The error as it was recorded.</param>
/// <param name="streamId">The stream that it was recorded in, where it is thrown again by a replay; the message then says so.</param>
public sealed class LlmErrorException(LlmError error, string? streamId = null) : DaybookException(ToMessage(error, streamId))
{
    /// <summary>The error as it was recorded.</summary>
    public LlmError Error { get; } = error;

    /// <summary>The stream that it was recorded in, where that is known.</summary>
    public string? StreamId { get; } = streamId;

    /// <summary>What kind of failure it was, where that is known.</summary>
    public FailureType? FailureType { get; init; }

    /// <summary>The name of the type that was thrown.</summary>
    public string OriginalName => Error.Name;

    /// <summary>The error's code, where it has one.</summary>
    public string? Code => Error.Code;

    /// <summary>Where it was thrown, where that was recorded; <see cref="Exception.StackTrace"/> says where this exception was.</summary>
    public string? OriginalStack => Error.Stack;

    /// <summary>Whatever else is known of it, as a JSON object.</summary>
    public JsonElement? Metadata => Error.Metadata;

    private static string ToMessage(LlmError error, string? streamId)
    {
        ArgumentNullException.ThrowIfNull(error);
        return streamId is null ? error.Message : $"{error.Message} (This error was recorded in stream '{streamId}' as {error.Name}.)";
    }
}
