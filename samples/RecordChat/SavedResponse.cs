namespace RecordChat;

/// <summary>Answers every HTTP request with a response that was saved: what stands in for a provider here.</summary>
internal sealed class SavedResponse(Stream response) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new StreamContent(response), RequestMessage = request });

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
