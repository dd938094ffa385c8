namespace Daybook.Analyzers.Determinism.Order;

/// <summary>How well a sort tells elements apart.</summary>
internal enum SortKey
{
    /// <summary>All of them.</summary>
    Total,

    /// <summary>That cannot be seen.</summary>
    Unclear,

    /// <summary>Not all of them: those with the same key stay in the order they had.</summary>
    Partial,
}
