using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class ShapeParser
{
    /// <summary>Arrays of more dimensions have no layout.</summary>
    private const int MaxRank = 4;

    /// <summary>The form of a collection and the types of its elements; null for what is none.</summary>
    public FoundCollection? FindCollection(INamedTypeSymbol type)
    {
        if (CollectionForm.Find(type) is { } form)
        {
            return new(form, type.TypeArguments);
        }

        return type.ContainingType is not null || !IsOfFramework(type) ? FindOwnCollection(type) : type.ToMetadataName() switch
        {
            "System.Collections.BitArray" => new(CollectionForm.BitArray, [compilation.GetSpecialType(SpecialType.System_Boolean)]),
            "System.Collections.Generic.PriorityQueue`2" => new(CollectionForm.PriorityQueue, [PairOf(type)], type.TypeArguments[1]),
            _ => null,
        };
    }

    // A collection class of the user's own is filled and walked through its interface, whatever it shows or hides.
    private FoundCollection? FindOwnCollection(INamedTypeSymbol type)
    {
        if (type is { TypeKind: not TypeKind.Class } or { IsAbstract: true } or { IsRecord: true }
            || !type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(constructor, self)))
        {
            return null;
        }

        (INamedTypeSymbol? contract, CollectionForm form) =
            FindInterface(type, "IDictionary`2") is { } map ? (map, new CollectionForm("map", IsSorted: true))
            : FindInterface(type, "ISet`1") is { } set ? (set, new CollectionForm("set", IsSorted: true))
            : (FindInterface(type, "ICollection`1"), new CollectionForm("list"));
        if (contract is null)
        {
            return null;
        }

        bool? isSorted = type.FromBase().Reverse().Select(CollectionForm.Find).FirstOrDefault(known => known is not null)?.IsSorted;
        string code = contract.ToBareCode();
        return new(
            form with
            {
                Create = $"({code})new {type.ToBareCode()}()",
                CreateType = code,
                Finish = $"({type.ToBareCode()})items",
                Source = $"({code})value",
                SourceType = code,
                IsSorted = isSorted ?? form.IsSorted,
            },
            contract.TypeArguments);
    }

    private static INamedTypeSymbol? FindInterface(INamedTypeSymbol type, string name) =>
        type.AllInterfaces.FirstOrDefault(contract => string.Equals(contract.ToMetadataName(), "System.Collections.Generic." + name, StringComparison.Ordinal));

    private INamedTypeSymbol PairOf(INamedTypeSymbol queue) =>
        compilation.CreateTupleTypeSymbol(queue.TypeArguments, elementNullableAnnotations: [.. queue.TypeArguments.Select(argument => argument.NullableAnnotation)]);

    private CollectionComposite? ParseCollection(FoundCollection collection, ITypeSymbol type, string helper, ISymbol member, Location? location)
    {
        CollectionForm form = collection.Form;
        var elements = new List<WireValue>();
        bool isMap = form.Schema is "map";
        foreach (ITypeSymbol argument in collection.Elements)
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
        string arguments = type is INamedTypeSymbol named ? string.Join(", ", named.TypeArguments.Select(argument => argument.ToCode())) : "";
        return new()
        {
            Helper = helper,
            Type = type.ToBareCode(),
            IsValueType = type.IsValueType,
            Elements = new(elements),
            Source = form.Source,
            SourceType = form.SourceType.Length > 0 ? form.SourceType.Replace("{0}", arguments)
                : form.Source is "value" ? type.ToBareCode()
                : $"global::System.ReadOnlySpan<{arguments}>",
            Count = form.Count,
            IsSorted = form.IsSorted,
            IsMap = isMap,
            Create = isArray ? "new " + ArrayType(collection.Elements[0], "count") : form.Create.Replace("{0}", arguments),
            CreateType = isArray ? ArrayType(collection.Elements[0], "") : form.CreateType.Replace("{0}", arguments),
            TakesIndex = isArray || form.TakesIndex,
            IsReversed = form.IsReversed,
            Comparer = form.Comparer,
            ComparerType = $"global::System.Collections.Generic.{(form.IsOrdered ? "IComparer" : "IEqualityComparer")}<{collection.Key.ToCode()}>",
            DefaultComparer = form.IsOrdered ? ComparerOf(collection.Key) : "",
            Finish = form.Finish.Replace("{0}", arguments),
        };
    }

    // The lengths of an array of arrays stand in the first pair of brackets.
    private static string ArrayType(ITypeSymbol element, string lengths)
    {
        string brackets = "";
        while (element is IArrayTypeSymbol array)
        {
            brackets += $"[{new string(',', array.Rank - 1)}]";
            element = array.ElementType;
        }

        return $"{element.ToCode()}[{lengths}]{brackets}";
    }

    private RankArrayComposite? ParseRankArray(IArrayTypeSymbol array, string helper, ISymbol member, Location? location) =>
        Parse(array.ElementType, member, location) is not { } element ? null : new()
        {
            Helper = helper,
            Type = array.ToBareCode(),
            IsValueType = false,
            Element = element,
            Rank = array.Rank,
            Create = "new " + ArrayType(array.ElementType, string.Join(", ", Enumerable.Range(0, array.Rank).Select(dimension => $"lengths[{dimension}]"))),
        };

    private TupleComposite? ParseTuple(TupleForm form, INamedTypeSymbol type, string helper, ISymbol member, Location? location)
    {
        var elements = new List<WireValue>();
        foreach (ITypeSymbol element in form.Elements)
        {
            if (Parse(element, member, location) is not { } value)
            {
                return null;
            }

            elements.Add(value);
        }

        return new()
        {
            Helper = helper,
            Type = type.ToBareCode(),
            IsValueType = type.IsValueType,
            Elements = new(elements),
            Names = new(form.Members),
            Constructed = form.Constructed,
        };
    }
}
