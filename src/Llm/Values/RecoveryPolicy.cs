using System.Diagnostics.CodeAnalysis;

namespace Daybook.Llm;

/// <summary>By what it was decided how to go on after a failure.</summary>
public sealed record RecoveryPolicy
{
    /// <summary>The policy's name, where it has one.</summary>
    public string? Id { get; init; }

    /// <summary>Whether retries were allowed.</summary>
    public bool RetryEnabled { get; init; }

    /// <summary>Whether other models were allowed.</summary>
    public bool FallbackEnabled { get; init; }

    /// <summary>How many retries were allowed.</summary>
    public int MaxRetries { get; init; }

    /// <summary>How many other models were allowed.</summary>
    public int MaxFallbacks { get; init; }

    /// <summary>Which attempt it was, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Which model it was; 0 is the first choice.</summary>
    public int FallbackIndex { get; init; }

    /// <summary>A policy of which only the name is known.</summary>
    /// <param name="id">The policy's name.</param>
    /// <returns>The policy; null when there is no name.</returns>
    [return: NotNullIfNotNull(nameof(id))]
    public static RecoveryPolicy? FromString(string? id) => id is null ? null : new() { Id = id };

    /// <summary>Same as <see cref="FromString"/>.</summary>
    /// <param name="id">The policy's name.</param>
    [return: NotNullIfNotNull(nameof(id))]
    public static implicit operator RecoveryPolicy?(string? id) => FromString(id);
}
