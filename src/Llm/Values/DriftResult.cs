using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Llm;

/// <summary>What a check for drift found.</summary>
public sealed record DriftResult
{
    /// <summary>Whether the answer wanders off.</summary>
    public bool Detected { get; init; }

    /// <summary>In which ways.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>How sure the check is, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whatever else the check says, as a JSON object.</summary>
    public JsonElement? Extra { get; init; }
}
