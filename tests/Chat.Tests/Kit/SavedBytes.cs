namespace Daybook.Tests.Chat;

/// <summary>Answers every HTTP request with the same bytes.</summary>
internal sealed class SavedBytes(byte[] answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(answer), RequestMessage = request });
}
