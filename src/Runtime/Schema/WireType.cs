using System.Collections.Immutable;

namespace Daybook.Schema;

/// <summary>A type of the schema language. What does not belong to its <see cref="Kind"/> is empty.</summary>
public sealed class WireType
{
    internal WireType(WireKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public WireKind Kind { get; }

    /// <summary>Whether nil stands for null (<c>?</c>).</summary>
    public bool IsNullable { get; internal init; }

    /// <summary>Name of an enum, record, union or reference; else empty. The outermost record has the name of its event or state.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Element of a list or set; key and value of a map; elements of a tuple.</summary>
    public ImmutableArray<WireType> Arguments { get; internal init; } = [];

    /// <summary>Members of a record in ascending order of their keys.</summary>
    public ImmutableArray<WireMember> Members { get; internal init; } = [];

    /// <summary>The integer type of an enum; of another type its own kind.</summary>
    public WireKind Underlying { get; internal init; }

    /// <summary>Values of an enum as declared.</summary>
    public ImmutableArray<WireConstant> Constants { get; internal init; } = [];

    /// <summary>Cases of a union in ascending order of their tags.</summary>
    public ImmutableArray<WireCase> Cases { get; internal init; } = [];

    /// <summary>The record or union that a reference means; of any other type the type itself.</summary>
    public WireType Target => Enclosing?.Type ?? this;

    internal Placeholder? Enclosing { get; init; }

    /// <summary>The type's text in a schema line.</summary>
    /// <returns>Text that parses to an equal type.</returns>
    public override string ToString() => SchemaPrinter.Print(this);

    /// <summary>Name of an enum's value; null when none has it.</summary>
    internal string? ConstantName(Int128 value)
    {
        foreach (var constant in Constants)
        {
            if (constant.Value == value)
            {
                return constant.Name;
            }
        }

        return null;
    }

    internal WireType? CaseType(int tag)
    {
        foreach (var @case in Cases)
        {
            if (@case.Tag == tag)
            {
                return @case.Type;
            }
        }

        return null;
    }

    /// <summary>A record or union that references meet while it is still being parsed.</summary>
    internal sealed class Placeholder(string name)
    {
        public string Name { get; } = name;

        public WireType? Type { get; set; }
    }
}
