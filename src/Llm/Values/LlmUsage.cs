using System.Text.Json;

namespace Daybook.Llm;

/// <summary>What an answer has used, in the provider's tokens.</summary>
public sealed record LlmUsage
{
    /// <summary>Tokens of the request.</summary>
    public long? Input { get; init; }

    /// <summary>Tokens of the answer.</summary>
    public long? Output { get; init; }

    /// <summary>All tokens.</summary>
    public long? Total { get; init; }

    /// <summary>Tokens of the request that were cached.</summary>
    public long? CachedInput { get; init; }

    /// <summary>Tokens of the reasoning.</summary>
    public long? Reasoning { get; init; }

    /// <summary>Further counts, as a JSON object. Where a response says its usage several times, whole numbers of one name add up; of anything else the later value counts.</summary>
    public JsonElement? Extra { get; init; }

    /// <summary>What both have used: counts that only one of them has are that one's.</summary>
    internal LlmUsage Plus(LlmUsage more) => new()
    {
        Input = Sum(Input, more.Input),
        Output = Sum(Output, more.Output),
        Total = Sum(Total, more.Total),
        CachedInput = Sum(CachedInput, more.CachedInput),
        Reasoning = Sum(Reasoning, more.Reasoning),
        Extra = UsageCounts.Add(Extra, more.Extra),
    };

    private static long? Sum(long? one, long? other) => one is null ? other : one + (other ?? 0);
}
