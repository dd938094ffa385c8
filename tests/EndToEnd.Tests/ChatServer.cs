using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Daybook.Tests.EndToEnd;

/// <summary>A provider of chat completions on this machine: it says the same tokens to everybody, and keeps what it was asked.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly string[] _tokens;
    private readonly Task _serving;

    internal ChatServer(params string[] tokens)
    {
        _tokens = tokens;
        (_listener, Address) = Listen();
        _serving = ServeAsync();
    }

    internal string Address { get; }

    internal int Status { get; init; } = 200;

    internal ConcurrentQueue<Request> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static (HttpListener Listener, string Address) Listen()
    {
        while (true)
        {
            // A port that was free a moment ago; another one if somebody has taken it since.
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            string address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address } };
            try
            {
                listener.Start();
                return (listener, address + "v1/chat/completions");
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        Requests.Enqueue(new(context.Request.HttpMethod, context.Request.Headers["Authorization"], await reader.ReadToEndAsync()));
        using HttpListenerResponse response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "text/event-stream";
        foreach (string token in _tokens)
        {
            await WriteAsync($$"""{"choices": [{ "index": 0, "delta": { "content": {{JsonSerializer.Serialize(token)}} } }] }""");
        }

        await WriteAsync("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
        await WriteAsync("[DONE]");

        async Task WriteAsync(string data) => await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"data: {data}\n\n"));
    }

    internal sealed record Request(string Method, string? Authorization, string Body);
}
