namespace Daybook.Behaviour.Tests.Members;

/// <summary>A type as element of sets and as key.</summary>
public sealed record KeyForms<T>(HashSet<T> Set, Dictionary<T, int> Map, SortedDictionary<string, Dictionary<T, T[]>> Nested)
    where T : notnull;
