namespace Daybook.Types.Tests;

public sealed record Page<T>(IReadOnlyList<T> Items, long Total);
