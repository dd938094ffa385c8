using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Daybook.Llm;

/// <summary>An error as it is recorded.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="Message">What it says.</param>
public sealed record LlmError(string Name, string Message)
{
    /// <summary>The error's code, where it has one.</summary>
    public string? Code { get; init; }

    /// <summary>Where it was thrown; recorded only where that is asked for.</summary>
    public string? Stack { get; init; }

    /// <summary>Whatever else is known of it, as a JSON object.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Makes a recorded error of an exception.</summary>
    /// <param name="exception">The exception; one that <see cref="ToException"/> made gives its error back.</param>
    /// <param name="includeStack">Whether to record where it was thrown, which tells of paths and of code.</param>
    /// <param name="code">The error's code; the status of a failed HTTP request or the name of a socket's error when null.</param>
    /// <param name="metadata">Whatever else is known of it, as a JSON object.</param>
    /// <returns>The error. Inner exceptions and <see cref="Exception.Data"/> are left out.</returns>
    public static LlmError From(Exception exception, bool includeStack = false, string? code = null, JsonElement? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        LlmError error = exception is LlmErrorException recorded
            ? recorded.Error
            : new(exception.GetType().Name, exception.Message) { Code = CodeOf(exception), Stack = exception.StackTrace };
        return error with
        {
            Code = code ?? error.Code,
            Stack = includeStack ? error.Stack : null,
            Metadata = metadata ?? error.Metadata,
        };
    }

    /// <summary>Makes an exception of the error. It is of one type, whatever was thrown, and carries all that was recorded.</summary>
    /// <returns>The exception.</returns>
    public LlmErrorException ToException() => new(this);

    private static string? CodeOf(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => ((int)status).ToString(CultureInfo.InvariantCulture),
        SocketException socket => socket.SocketErrorCode.ToString(),
        _ => null,
    };
}
