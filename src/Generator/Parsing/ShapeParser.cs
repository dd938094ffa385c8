using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Turns the types that one declaration reaches into shapes; every composite is taken up once.</summary>
internal sealed partial class ShapeParser(Compilation compilation, KnownSymbols known, INamedTypeSymbol self, DeclarationSink sink, CancellationToken cancellationToken)
{
    /// <summary>Generic types can grow for ever (<c>Node&lt;T&gt;</c> with a <c>Node&lt;List&lt;T&gt;&gt;</c>).</summary>
    private const int MaxDepth = 32;

    /// <summary>They can double with every step (<c>Node&lt;T&gt;</c> with a <c>Node&lt;Pair&lt;T, T&gt;&gt;</c>): long before they are deep, nobody can write their names.</summary>
    private const int MaxSize = 256;

    private readonly Dictionary<string, Composite?> _composites = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, IReadOnlyList<ParsedMember>> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _helpers = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>The composites in the order in which they were met.</summary>
    public IEnumerable<Composite> Composites => _order.Select(WithComparisons).OfType<Composite>();

    /// <summary>Whether the declaration reaches itself.</summary>
    public bool IsRecursive { get; private set; }

    public IReadOnlyList<ParsedMember> MembersOf(ITypeSymbol type) => _members.TryGetValue(type.ToBareCode(), out var members) ? members : [];

    /// <summary>Takes up the declaration itself.</summary>
    public void ParseSelf() => ParseComposite(self, self, self.FindLocation());

    private WireValue? Parse(ITypeSymbol type, ISymbol member, Location? location, AttributeData? formatter = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (type.TypeKind == TypeKind.Error)
        {
            sink.Decline();
            return null;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0], member, location, formatter) is { } inner ? inner with { Type = type.ToCode(), Null = NullKind.Value } : null;
        }

        NullKind nullKind = type.IsValueType ? NullKind.None
            : type.NullableAnnotation == NullableAnnotation.NotAnnotated ? NullKind.Forbidden : NullKind.Reference;
        if ((formatter ?? FormatterOn(type)) is { } attribute)
        {
            return ParseFormatted(type, attribute, formatter is null, location) is { } formatted ? Value(type, ValueKind.Composite, nullKind, formatted) : null;
        }

        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying })
        {
            return Value(type, ValueKind.Enum, nullKind, Leaf.Find(underlying)!.Reader, underlying.ToCode());
        }

        if (Leaf.Find(type) is { } leaf)
        {
            // The writer and the reader take null themselves.
            return nullKind == NullKind.Reference ? Value(type, ValueKind.Leaf, NullKind.None, leaf.Reader)
                : Value(type, ValueKind.Leaf, nullKind, nullKind == NullKind.Forbidden ? "Required" + leaf.Reader : leaf.Reader);
        }

        return ParseComposite(type, member, location) is { } helper ? Value(type, ValueKind.Composite, nullKind, helper) : null;
    }

    private static WireValue Value(ITypeSymbol type, ValueKind kind, NullKind nullKind, string reader, string enumType = "") => new()
    {
        Type = type.ToCode(),
        BareType = type.ToBareCode(),
        Kind = kind,
        Null = nullKind,
        Reader = reader,
        EnumType = enumType,
    };

    /// <summary>Takes up a composite unless that was done before; gives its helper's name, or null when it is declined.</summary>
    private string? ParseComposite(ITypeSymbol type, ISymbol member, Location? location)
    {
        if (_depth == MaxDepth || !type.IsWithin(MaxSize))
        {
            sink.Report(ShapeProblem.UnsupportedType, location, member.Name, type.OriginalDefinition.ToMessage(), Replacement.OfGrowing);
            return null;
        }

        string code = type.ToBareCode();
        if (IsLoop(code, type, member, location))
        {
            return null;
        }

        if (_composites.TryGetValue(code, out Composite? done))
        {
            IsRecursive |= type.Is(self);
            return done?.Helper;
        }

        string helper = Unique(HelperName(type));
        // A placeholder, since the type may reach itself.
        _composites[code] = new TupleComposite { Helper = helper, Type = code, IsValueType = type.IsValueType, Elements = default, Names = default, Constructed = "" };
        _order.Add(code);
        _open.Add(code, _nesting);
        _depth++;
        Composite? composite = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => ParseCollection(new(CollectionForm.Array, [array.ElementType]), array, helper, member, location),
            IArrayTypeSymbol { Rank: <= MaxRank } array => ParseRankArray(array, helper, member, location),
            INamedTypeSymbol named when TupleForm.Find(named) is { } form => ParseTuple(form, named, helper, member, location),
            INamedTypeSymbol named when UnionReader.IsUnion(named, known) => ParseUnion(named, helper, member, location),
            INamedTypeSymbol named when FindCollection(named) is { } form => ParseCollection(form, named, helper, member, location),
            INamedTypeSymbol named when CanHaveMembers(named) => ParseRecord(named, helper, location),
            _ => null,
        };
        _depth--;
        _open.Remove(code);
        if (composite is null && !sink.HasDeclined)
        {
            if (IsOpenBase(type))
            {
                sink.Report(ShapeProblem.AbstractMember, location, member.Name, type.ToMessage());
            }
            else
            {
                sink.Report(ShapeProblem.UnsupportedType, location, member.Name, type.ToMessage(), Replacement.Of(type));
            }
        }

        _composites[code] = composite;
        return composite?.Helper;
    }

    private bool CanHaveMembers(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsRefLikeType: false, IsStatic: false, SpecialType: SpecialType.None }
        && compilation.IsSymbolAccessibleWithin(type, self)
        && (!type.IsForeign(compilation) || !IsOfFramework(type))
        && !IsElementsOfBase(type);

    // What is in a collection that the type extends would be lost.
    private static bool IsElementsOfBase(INamedTypeSymbol type) =>
        type.FromBase().Any(link => CollectionForm.Find(link) is not null);

    private bool IsOpenBase(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: true, TypeKind: TypeKind.Class or TypeKind.Interface } named && (!named.IsForeign(compilation) || !IsOfFramework(named));

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name is "System" or "Microsoft";
    }

    private string Unique(string name)
    {
        string unique = name;
        for (int number = 2; !_helpers.Add(unique); number++)
        {
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static string HelperName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HelperName(array.ElementType) + "Array" + (array.Rank > 1 ? array.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => "Nullable" + HelperName(nullable.TypeArguments[0]),
        INamedTypeSymbol { IsTupleType: true } tuple => "TupleOf" + string.Join("And", tuple.TupleElements.Select(element => HelperName(element.Type))),
        INamedTypeSymbol { IsGenericType: true } generic => $"{generic.Name}Of{string.Join("And", generic.TypeArguments.Select(HelperName))}",
        _ => type.Name,
    };
}
