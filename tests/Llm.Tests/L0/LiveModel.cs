using System.Text;
using Daybook.Llm;

namespace Daybook.Tests.L0;

/// <summary>
/// A client that asks a model and keeps what it needs in fields that it changes, as live programs do. It knows nothing of the reducer: it counts
/// tokens one by one, and throws an attempt away with all that was in it.
/// </summary>
internal sealed class LiveModel
{
    private readonly List<string> _violations = [];
    private readonly List<string> _networkErrors = [];
    private Attempt _attempt = new();
    private (string Content, int Tokens) _checkpoint = ("", 0);
    private long _allTokens;
    private int _retries;
    private int _networkRetries;
    private int _model;
    private bool _drifted;
    private string? _resumedAt;
    private string? _error;

    /// <summary>Does one thing, and says what a recorder would record of it.</summary>
    internal object Do(int what, string text, int number)
    {
        switch (what)
        {
            case < 8:
                _attempt.Text.Append(text);
                _allTokens++;
                return new TokenEvent(text, _attempt.Tokens++);
            case 8:
                _attempt.Reasoning.Append(text);
                _allTokens++;
                return new TokenEvent(text, _attempt.ReasoningTokens++, TokenKind.Reasoning);
            case 9:
                _checkpoint = (_attempt.Text.ToString(), _attempt.Tokens);
                return new CheckpointEvent(_checkpoint.Tokens, _checkpoint.Content);
            case 10:
                string[] rules = [.. Enumerable.Range(0, number % 4).Select(i => $"{text}{i}")];
                _violations.AddRange(rules);
                return new GuardrailEvent(new() { Violations = [.. rules.Select(rule => new GuardrailViolation(rule, "m"))] }, _attempt.Tokens);
            case 11:
                _drifted |= number % 3 == 0;
                return new DriftEvent(new() { Detected = number % 3 == 0 }, _attempt.Tokens);
            case 12:
                _attempt = new();
                bool counts = number % 2 == 0;
                _ = counts ? _retries++ : _networkRetries++;
                return new RetryEvent(_retries + _networkRetries, text, CountsTowardLimit: counts);
            case 13:
                _attempt = new();
                return new FallbackEvent(++_model) { From = _model - 1 };
            case 14:
                _attempt.Text = new(_checkpoint.Content);
                _attempt.Tokens = _checkpoint.Tokens;
                _attempt.IsComplete = false;
                _resumedAt = _checkpoint.Content;
                return new ContinuationEvent(_checkpoint.Content, _checkpoint.Tokens);
            case 15:
                _error = text;
                if (number % 2 == 0)
                {
                    _networkErrors.Add(text);
                }

                return new ErrorEvent(new("E", text), number % 2 == 0 ? FailureType.Network : FailureType.Model);
            case 16:
                _attempt.Tools.Add(text);
                return new ToolCallEvent(new(text, "tool"));
            default:
                _attempt.IsComplete = true;
                return number % 2 == 0 ? new CompleteEvent() : new CompleteEvent(_attempt.Text.ToString(), _attempt.Tokens);
        }
    }

    /// <summary>All that the program knows at the moment, in one line.</summary>
    internal string Show() => Show(
        _attempt.Text.ToString(), _attempt.Tokens, _attempt.Reasoning.ToString(), _attempt.ReasoningTokens, _allTokens, _checkpoint.Content, _violations, _drifted, _retries,
        _networkRetries, _model, _resumedAt is not null, _resumedAt, _attempt.IsComplete, _error, _networkErrors, _attempt.Tools);

    internal static string Show(LlmState s) => Show(
        s.Content.ToString(), s.TokenCount, s.Reasoning.ToString(), s.ReasoningTokenCount, s.TokenEventCount, s.Checkpoint, s.Violations.Select(v => v.Rule), s.DriftDetected,
        s.RetryAttempts, s.NetworkRetryCount, s.FallbackIndex, s.Resumed, s.ResumePoint, s.Completed, s.Error?.Message, s.NetworkErrors.Select(e => e.Message), s.ToolCalls.Select(c => c.CallId));

    private static string Show(params IEnumerable<object?> values) =>
        string.Join('|', values.Select(value => value is IEnumerable<string> list ? string.Join(',', list) : $"{value}"));

    private sealed class Attempt
    {
        internal StringBuilder Text { get; set; } = new();

        internal int Tokens { get; set; }

        internal StringBuilder Reasoning { get; } = new();

        internal int ReasoningTokens { get; set; }

        internal List<string> Tools { get; } = [];

        internal bool IsComplete { get; set; }
    }
}
