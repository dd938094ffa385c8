using System.Net;

namespace Daybook.Llm;

/// <summary>What an exception of a chat client is on record.</summary>
internal static class ChatFailures
{
    internal static LlmError ToError(Exception exception, bool keepsStackTrace) => new(exception.GetType().Name, exception.Message)
    {
        Code = exception is HttpRequestException { StatusCode: { } status } ? ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        Stack = keepsStackTrace ? exception.StackTrace : null,
    };

    internal static FailureType KindOf(Exception exception, RecordedChatOptions options, CancellationToken cancellationToken) =>
        options.FailureType?.Invoke(exception) ?? exception switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => FailureType.Abort,
            TimeoutException or OperationCanceledException { InnerException: TimeoutException } => FailureType.Timeout,
            HttpRequestException { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout } => FailureType.Timeout,
            HttpRequestException { StatusCode: not null } => FailureType.Unknown,
            HttpRequestException or IOException or System.Net.Sockets.SocketException => FailureType.Network,
            OperationCanceledException => FailureType.Abort,
            _ => FailureType.Unknown,
        };
}
