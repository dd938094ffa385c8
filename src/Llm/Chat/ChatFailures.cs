using System.Net;

namespace Daybook.Llm;

/// <summary>What kind of failure an exception of a chat client is.</summary>
internal static class ChatFailures
{
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
