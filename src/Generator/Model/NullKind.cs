namespace Daybook.Generator.Model;

/// <summary>What generated code has to do about null.</summary>
internal enum NullKind
{
    /// <summary>Nothing: the value cannot be null, or the call takes null as it is.</summary>
    None,

    /// <summary>A reference that must not be null.</summary>
    Forbidden,

    /// <summary>A reference that is nil for null.</summary>
    Reference,

    /// <summary>A <c>Nullable&lt;T&gt;</c> that is nil for null.</summary>
    Value,
}
