namespace Daybook.Llm;

/// <summary>How <see cref="EventSourcing.Compare"/> writes differences.</summary>
public sealed record ComparisonFormat
{
    /// <summary>As Python's L0 does: <c>token_count: 10 vs 12</c>, <c>content: 'Hello...' vs 'Hi...'</c>, <c>completed: True vs False</c>.</summary>
    public static ComparisonFormat Python { get; } = new() { IsPython = true };

    /// <summary>As the text of TypeScript's L0 does: <c>tokenCount: 10 vs 12</c>, <c>content: 'Hello...' vs 'Hi...'</c>, <c>completed: true vs false</c>.</summary>
    public static ComparisonFormat TypeScript { get; } = new();

    /// <summary>Whether texts stand in double quotes, as the code of TypeScript's L0 writes them; single ones unless said.</summary>
    public bool DoubleQuotes { get; init; }

    /// <summary>Whether names and constants are Python's.</summary>
    internal bool IsPython { get; private init; }
}
