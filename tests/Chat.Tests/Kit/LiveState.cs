using System.Text;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>What a reader of an answer has at each moment, kept without any code of the recording.</summary>
internal sealed class LiveState
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private readonly List<string> _calls = [];
    private int _texts;
    private int _reasonings;
    private int _others;
    private string? _model;
    private string? _responseId;
    private string? _finish;
    private UsageDetails? _usage;

    internal void Restart(bool isFallback)
    {
        _ = _text.Clear();
        _ = _reasoning.Clear();
        _calls.Clear();
        (_texts, _reasonings, _others, _responseId, _finish, _usage) = (0, 0, 0, null, null, null);
        _model = isFallback ? null : _model;
    }

    internal void Begin(ChatResponseUpdate update)
    {
        _model = update.ModelId ?? _model;
        _responseId = update.ResponseId ?? _responseId;
        _finish = update.FinishReason?.Value ?? _finish;
    }

    internal void Add(AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                _ = _text.Append(text.Text);
                _texts++;
                break;
            case TextReasoningContent reasoning:
                _ = _reasoning.Append(reasoning.Text);
                _reasonings++;
                break;
            case FunctionCallContent call:
                _calls.Add($"{call.CallId} {call.Name}");
                break;
            case UsageContent usage:
                (_usage ??= new()).Add(usage.Details);
                break;
            default:
                _others++;
                break;
        }
    }

    internal void AgreesWith(LlmState state)
    {
        Assert.Equal((_text.ToString(), _texts), (state.Content.ToString(), state.TokenCount));
        Assert.Equal((_reasoning.ToString(), _reasonings), (state.Reasoning.ToString(), state.ReasoningTokenCount));
        Assert.Equal(_calls, Enumerable.Range(0, state.ToolCalls.Count).Select(i => $"{state.ToolCalls[i].CallId} {state.ToolCalls[i].Name}"));
        Assert.Equal(_others, state.DataOutputs.Count);
        Assert.Equal((_model, _responseId, _finish), (state.Model, state.ResponseId, state.FinishReason));
        Assert.Equal((_usage?.InputTokenCount, _usage?.OutputTokenCount, _usage?.TotalTokenCount), (state.Usage?.Input, state.Usage?.Output, state.Usage?.Total));
    }
}
