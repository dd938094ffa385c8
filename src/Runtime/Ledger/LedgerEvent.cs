using System.Globalization;
using System.Text.Json;

namespace Daybook;

/// <summary>One thing that happened in a run: who did what in which turn.</summary>
public sealed record LedgerEvent
{
    private const int MaxSessionIdLength = 64;

    private static readonly JsonElement EmptyPayload = JsonDocument.Parse("{}").RootElement;

    /// <summary>The idempotency key, within the run; made anew unless given. See <see cref="IdOf"/>.</summary>
    public EventId Id { get; init; } = new(Guid.CreateVersion7());

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The turn within the run, from 0.</summary>
    public required int Turn { get; init; }

    /// <summary>What happened, such as <c>agent.spoke</c>: see <see cref="LedgerKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required string Actor { get; init; }

    /// <summary>What there is to say about it: any JSON, an empty object unless given.</summary>
    public JsonElement Payload { get; init; } = EmptyPayload;

    /// <summary>When it happened, kept as UTC; null until it is appended, to be stamped then.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The version of the payload's shape, from 1. The layout of a ledger event is the same whatever it is.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The session, if there is one: see <see cref="NormalizeSessionId"/>.</summary>
    public string? SessionId { get; init; }

    /// <summary>The profile of the model, if one was used.</summary>
    public string? ModelProfile { get; init; }

    /// <summary>The model, if one was used.</summary>
    public string? ModelId { get; init; }

    /// <summary>
    /// Makes the same id for the same step, always, so that a step that is run again does not record its events twice.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="ordinal">Which of that actor's events in that turn.</param>
    /// <returns>The id.</returns>
    public static EventId IdOf(string runId, int turn, string actor, int ordinal) =>
        EventId.From(Ledger.StreamOf(runId), string.Create(CultureInfo.InvariantCulture, $"{turn}/{ordinal}/{actor}"));

    /// <summary>Takes blanks off a session id.</summary>
    /// <param name="sessionId">Any text.</param>
    /// <returns>1–64 ASCII letters, digits, dots, underscores or hyphens; null for anything else.</returns>
    public static string? NormalizeSessionId(string? sessionId)
    {
        string? trimmed = sessionId?.Trim();
        bool isOne = trimmed is { Length: > 0 and <= MaxSessionIdLength }
            && trimmed.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        return isOne ? trimmed : null;
    }

    /// <summary>The first of some members of a payload that is a text with something in it.</summary>
    /// <param name="payload">Any JSON.</param>
    /// <param name="names">The members, such as <c>text</c> and <c>summary</c>.</param>
    /// <returns>The text; null when there is none.</returns>
    public static string? TextOf(JsonElement payload, params ReadOnlySpan<string> names)
    {
        foreach (string name in payload.ValueKind == JsonValueKind.Object ? names : [])
        {
            try
            {
                if (payload.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } some)
                {
                    return some;
                }
            }
            catch (InvalidOperationException)
            {
                // An escape of half a surrogate pair: JSON keeps it, text does not.
            }
        }

        return null;
    }

    /// <summary>The event in one line: turn, kind, actor, and the payload's text or summary, or else the payload.</summary>
    /// <returns>The line.</returns>
    public string ToSummary() => string.Create(CultureInfo.InvariantCulture, $"{Turn:D3} {Kind,-15} {Actor,-14} {TextOf(Payload, "text", "summary") ?? Payload.GetRawText()}");
}
