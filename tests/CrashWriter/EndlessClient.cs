using System.Globalization;
using System.Runtime.CompilerServices;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.CrashTesting;

/// <summary>A chat client that says what everybody can foretell, asked through a recording until the process is killed.</summary>
public sealed class EndlessClient : IChatClient
{
    /// <summary>How many words an answer has.</summary>
    public const int Words = 400;

    private int _turn;

    /// <summary>The stream of a turn.</summary>
    public static string StreamOf(int turn) => string.Create(CultureInfo.InvariantCulture, $"turn-{turn}");

    /// <summary>A word of a turn's answer.</summary>
    public static string WordOf(int turn, int word) => string.Create(CultureInfo.InvariantCulture, $" {turn}.{word}");

    /// <summary>Says each word once it is handed out, and each turn once its answer has ended.</summary>
    public static async Task AskAsync(IEventStore store, int firstTurn, Action<FormattableString> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        using var inner = new EndlessClient();
        for (inner._turn = firstTurn; ; inner._turn++)
        {
            int turn = inner._turn;
            using IChatClient client = inner.Recorded(store, new() { StreamId = (_, _) => StreamOf(turn), OnStoreFailure = StoreFailurePolicy.Fail });
            int word = 0;
            await foreach (ChatResponseUpdate _ in client.GetStreamingResponseAsync("Go on."))
            {
                say($"word {turn} {word++}\n");
            }

            say($"turn {turn}\n");
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int turn = _turn;
        for (int word = 0; word < Words; word++)
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, WordOf(turn, word));
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
