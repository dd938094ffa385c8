using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>How a <see cref="ReplayChatClient"/> answers.</summary>
public sealed record ReplayChatOptions
{
    /// <summary>The settings of a client that is given none.</summary>
    public static ReplayChatOptions Default { get; } = new();

    /// <summary>The stream that answers a request; unless said, the newest complete recording of the same request does, by <see cref="ChatRequestHash"/>.</summary>
    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, string>? StreamId { get; init; }

    /// <summary>Answers only from recordings that asked for this model; of any model unless said. For requests that name none.</summary>
    public string? Model { get; init; }

    /// <summary>How fast time passes: 0 waits for nothing, 1 takes the recorded time, 10 a tenth of it.</summary>
    public double Speed { get; init; }

    /// <summary>Times the waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Turns JSON into contents; it must know the types of one's own, and all that <see cref="AIJsonUtilities.DefaultOptions"/> do, by the same names.</summary>
    public JsonSerializerOptions Json { get; init; } = AIJsonUtilities.DefaultOptions;
}
