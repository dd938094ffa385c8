namespace Daybook.Behaviour.Tests.Members;

/// <summary>A reference type wherever a value can stand.</summary>
public sealed record ReferenceForms<T>(T Alone, T? Maybe, Pair<T, T?> Nested, (T One, T? Other) Tuple, T[] Array, List<T?> Gaps, Dictionary<string, T> Values)
    where T : class;
