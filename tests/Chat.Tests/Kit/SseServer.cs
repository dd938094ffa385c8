using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Daybook.Tests.Chat;

/// <summary>A server on this machine that answers every request with the same bytes as server-sent events, cut into pieces anywhere.</summary>
internal sealed class SseServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _answer;
    private readonly int _seed;
    private readonly Task _serving;

    internal SseServer(byte[] answer, int seed)
    {
        _answer = answer;
        _seed = seed;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where the answer breaks off without a proper end; null for an answer that is whole.</summary>
    internal int? CutAt { get; init; }

    /// <summary>The status of every answer.</summary>
    internal HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>What was asked, head and body.</summary>
    internal ConcurrentQueue<string> Requests { get; } = [];

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/chat/completions");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                await using NetworkStream stream = client.GetStream();
                await ReadRequestAsync(stream);
                string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)Status} {Status}\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
                var random = new Random(_seed);
                int end = CutAt ?? _answer.Length;
                for (int at = 0; at < end;)
                {
                    int size = Math.Min(random.Next(1, random.Next(2) == 0 ? 16 : 4096), end - at);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{size:x}\r\n")), _stop.Token);
                    await stream.WriteAsync(_answer.AsMemory(at, size), _stop.Token);
                    await stream.WriteAsync("\r\n"u8.ToArray(), _stop.Token);
                    at += size;
                }

                if (CutAt is null)
                {
                    await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), _stop.Token);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The caller has hung up.
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (true)
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            _ = request.Append(Encoding.Latin1.GetString(buffer, 0, read));
            string text = request.ToString();
            int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0 || (head >= 0 && text.Length >= head + 4 + LengthOf(text)))
            {
                Requests.Enqueue(text);
                return;
            }
        }
    }

    private static int LengthOf(string request)
    {
        string? line = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
    }
}
