using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace RegressionTest;

/// <summary>Stands in for a provider: put your own client in its place. The models <c>a</c> and <c>b</c> answer in different tokens; only <c>c</c> answers something else.</summary>
internal sealed class ScriptedModel : IChatClient
{
    private static readonly Dictionary<(string Model, string Question), string[]> Answers = new()
    {
        [("a", "What is two and two?")] = ["Two", " and", " two", " is", " four", "."],
        [("b", "What is two and two?")] = ["Two and two", " is four."],
        [("c", "What is two and two?")] = ["2 + 2", " = ", "4"],
        [("a", "What is the capital of France?")] = ["Paris", "."],
        [("b", "What is the capital of France?")] = ["Par", "is", "."],
        [("c", "What is the capital of France?")] = ["Paris."],
    };

    private readonly string _model;

    public ScriptedModel(string model)
    {
        string[] models = [.. Answers.Keys.Select(key => key.Model).Distinct()];
        _model = models.Contains(model) ? model : throw new NotSupportedException($"There is no model '{model}'; there are {string.Join(", ", models)}.");
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string token in Answers[(_model, messages.Last().Text)])
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, token) { ModelId = _model };
        }

        yield return new() { ModelId = _model, FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
