namespace Daybook.Analyzers.Determinism.Order;

/// <summary>What is known of the elements of a sequence: what tells them apart.</summary>
internal enum Elements
{
    /// <summary>Nothing.</summary>
    Any,

    /// <summary>No two are equal.</summary>
    Unique,

    /// <summary>No two have the same <c>Key</c>.</summary>
    Keyed,
}
