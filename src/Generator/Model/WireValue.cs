namespace Daybook.Generator.Model;

/// <summary>A place that holds a value: a member, an element, a key.</summary>
internal sealed record WireValue
{
    /// <summary>The type as code writes it, with its question mark.</summary>
    public required string Type { get; init; }

    /// <summary>The type without its outermost question mark.</summary>
    public required string BareType { get; init; }

    public required ValueKind Kind { get; init; }

    public required NullKind Null { get; init; }

    /// <summary>The reader's method behind <c>Read</c>, or the name of the composite's helper.</summary>
    public required string Reader { get; init; }

    /// <summary>What an enum is cast to when written; empty otherwise.</summary>
    public required string EnumType { get; init; }
}
