using System.Text.Json;

namespace Daybook.Llm;

/// <summary>An error that was recorded, as an exception: see <see cref="LlmError.ToException"/>.</summary>
/// <param name="error">The error as it was recorded.</param>
public sealed class LlmErrorException(LlmError error) : DaybookException(Checked(error).Message)
{
    /// <summary>The error as it was recorded.</summary>
    public LlmError Error { get; } = error;

    /// <summary>The name of the type that was thrown.</summary>
    public string OriginalName => Error.Name;

    /// <summary>The error's code, where it has one.</summary>
    public string? Code => Error.Code;

    /// <summary>Where it was thrown, where that was recorded; <see cref="Exception.StackTrace"/> says where this exception was.</summary>
    public string? OriginalStack => Error.Stack;

    /// <summary>Whatever else is known of it, as a JSON object.</summary>
    public JsonElement? Metadata => Error.Metadata;

    private static LlmError Checked(LlmError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error;
    }
}
