namespace Daybook.Behaviour.Tests.Members;

/// <summary>A value type wherever a value can stand.</summary>
public sealed record ValueForms<T>(T Alone, T? Maybe, Pair<T, T?> Nested, (T One, T? Other) Tuple, T[] Array, List<T?> Gaps, Dictionary<string, T> Values)
    where T : struct;
