namespace Daybook.Analyzers.Determinism.Order;

/// <summary>What a method does with the order of the sequences it is given.</summary>
internal enum SequenceRole
{
    /// <summary>It is not one that takes sequences.</summary>
    None,

    /// <summary>Its result does not depend on it.</summary>
    Ignores,

    /// <summary>It gives a sequence in that order, later.</summary>
    Keeps,

    /// <summary>It puts the elements into a list in that order.</summary>
    Copies,

    /// <summary>It gives another order.</summary>
    Sorts,

    /// <summary>Its result depends on it.</summary>
    Follows,
}
