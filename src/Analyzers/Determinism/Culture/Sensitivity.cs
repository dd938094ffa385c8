namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>What a culture changes about a text or an order, the worst last.</summary>
internal enum Sensitivity
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The sign of negative numbers.</summary>
    Sign,

    /// <summary>That depends on objects whose types cannot be seen.</summary>
    Opaque,

    /// <summary>Separators, calendars, names, the order of letters.</summary>
    Full,
}
