using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Turns the types that one declaration reaches into shapes; every composite is taken up once.</summary>
internal sealed partial class ShapeParser(Compilation compilation, KnownSymbols known, INamedTypeSymbol self, DeclarationSink sink, CancellationToken cancellationToken)
{
    /// <summary>Generic types can grow for ever (<c>Node&lt;T&gt;</c> with a <c>Node&lt;List&lt;T&gt;&gt;</c>).</summary>
    private const int MaxDepth = 32;

    private readonly Dictionary<string, Composite?> _composites = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, IReadOnlyList<ParsedMember>> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _helpers = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>The composites in the order in which they were met.</summary>
    public IEnumerable<Composite> Composites => _order.Select(type => _composites[type]).OfType<Composite>();

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
        string code = type.ToBareCode();
        if (IsLoop(code, type, member, location))
        {
            return null;
        }

        if (_composites.TryGetValue(code, out Composite? done))
        {
            return done?.Helper;
        }

        string helper = Unique(HelperName(type));
        // A placeholder, since the type may reach itself.
        _composites[code] = new TupleComposite { Helper = helper, Type = code, IsValueType = type.IsValueType, Elements = default };
        _order.Add(code);
        _open.Add(code, _nesting);
        _depth++;
        Composite? composite = _depth > MaxDepth ? null : type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => ParseCollection(CollectionForm.Array, array, [array.ElementType], helper, member, location),
            INamedTypeSymbol { IsTupleType: true } tuple => ParseTuple(tuple, helper, member, location),
            INamedTypeSymbol named when CollectionForm.Find(named) is { } form => ParseCollection(form, named, named.TypeArguments, helper, member, location),
            INamedTypeSymbol named when UnionReader.IsUnion(named, known) => ParseUnion(named, helper, member, location),
            INamedTypeSymbol named when CanHaveMembers(named) => ParseRecord(named, helper, location),
            _ => null,
        };
        _depth--;
        _open.Remove(code);
        if (composite is null && !sink.HasDeclined)
        {
            sink.Report(IsOpenBase(type) ? ShapeProblem.AbstractMember : ShapeProblem.UnsupportedType, location, member.Name, type.ToMessage());
        }

        _composites[code] = composite;
        return composite?.Helper;
    }

    private bool CanHaveMembers(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsRefLikeType: false, IsStatic: false, SpecialType: SpecialType.None }
        && compilation.IsSymbolAccessibleWithin(type, self)
        && (type.FindLocation() is not null || !IsOfFramework(type));

    private static bool IsOpenBase(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: true, TypeKind: TypeKind.Class or TypeKind.Interface } named && (named.FindLocation() is not null || !IsOfFramework(named));

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name is "System" or "Microsoft";
    }

    private CollectionComposite? ParseCollection(CollectionForm form, ITypeSymbol type, IReadOnlyList<ITypeSymbol> arguments, string helper, ISymbol member, Location? location)
    {
        var elements = new List<WireValue>();
        bool isMap = form.Schema is "map";
        foreach (ITypeSymbol argument in arguments)
        {
            // A key is never null, whatever an oblivious declaration leaves open.
            ITypeSymbol element = isMap && elements.Count == 0 ? argument.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : argument;
            if (Parse(element, member, location) is not { } value)
            {
                return null;
            }

            elements.Add(value);
        }

        bool isArray = form.Create.Length == 0;
        return new()
        {
            Helper = helper,
            Type = type.ToBareCode(),
            IsValueType = type.IsValueType,
            Elements = new(elements),
            Source = form.Source,
            Count = form.Count,
            IsSorted = form.IsSorted,
            IsMap = isMap,
            Create = isArray ? ArrayCreation(arguments[0]) : form.Create.Replace("{0}", string.Join(", ", arguments.Select(argument => argument.ToCode()))),
            IsArray = isArray,
            Finish = form.Finish,
        };
    }

    // The length of an array of arrays stands in the first pair of brackets.
    private static string ArrayCreation(ITypeSymbol element)
    {
        string brackets = "";
        while (element is IArrayTypeSymbol array)
        {
            brackets += "[]";
            element = array.ElementType;
        }

        return $"new {element.ToCode()}[count]{brackets}";
    }

    private TupleComposite? ParseTuple(INamedTypeSymbol tuple, string helper, ISymbol member, Location? location)
    {
        var elements = new List<WireValue>();
        foreach (IFieldSymbol element in tuple.TupleElements)
        {
            if (Parse(element.Type, member, location) is not { } value)
            {
                return null;
            }

            elements.Add(value);
        }

        return new() { Helper = helper, Type = tuple.ToCode(), IsValueType = true, Elements = new EquatableArray<WireValue>(elements) };
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
        IArrayTypeSymbol array => HelperName(array.ElementType) + "Array",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => "Nullable" + HelperName(nullable.TypeArguments[0]),
        INamedTypeSymbol { IsTupleType: true } tuple => "TupleOf" + string.Join("And", tuple.TupleElements.Select(element => HelperName(element.Type))),
        INamedTypeSymbol { IsGenericType: true } generic => $"{generic.Name}Of{string.Join("And", generic.TypeArguments.Select(HelperName))}",
        _ => type.Name,
    };
}
