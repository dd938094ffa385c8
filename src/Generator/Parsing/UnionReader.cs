using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Reads the cases that a union lists, by our attributes or by MessagePack-CSharp's.</summary>
internal sealed class UnionReader(INamedTypeSymbol union, KnownSymbols known, IDiagnosticSink sink, CancellationToken cancellationToken)
{
    private readonly List<UnionCase> _cases = [];
    private readonly Dictionary<int, INamedTypeSymbol> _tags = [];
    private readonly HashSet<INamedTypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private bool _isWrong;

    public static bool IsUnion(INamedTypeSymbol type, KnownSymbols known) => IsOurs(type, known) || Attributes(type, known.Peer.Union).Any();

    /// <summary>Whether the union is marked by our attributes, so that it is checked where it stands.</summary>
    public static bool IsOurs(INamedTypeSymbol type, KnownSymbols known) => Attributes(type, known.WireUnion).Any();

    /// <summary>Whether the union lists a type, whatever its type arguments.</summary>
    public static bool Lists(INamedTypeSymbol union, INamedTypeSymbol type, KnownSymbols known) =>
        Attributes(union, known.WireUnion).Any(attribute => ListedType(attribute) is { } listed && listed.OriginalDefinition.Is(type.OriginalDefinition));

    /// <summary>The tag for a further case.</summary>
    public static int NextTag(INamedTypeSymbol union, KnownSymbols known) =>
        Attributes(union, known.WireUnion).Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value is int tag and < int.MaxValue ? tag + 1 : 0).Append(0).Max();

    /// <summary>The attribute that lists a case.</summary>
    public static AttributeData? FindListing(INamedTypeSymbol union, UnionCase entry, KnownSymbols known) =>
        Attributes(union, known.WireUnion).Concat(Attributes(union, known.Peer.Union))
            .FirstOrDefault(attribute => attribute.ConstructorArguments.FirstOrDefault().Value is int tag && tag == entry.Tag && ListedType(attribute) is { } listed && listed.OriginalDefinition.Is(entry.Type.OriginalDefinition));

    /// <summary>The cases in order of their tags; null when anything about them is wrong.</summary>
    public IReadOnlyList<UnionCase>? Read()
    {
        List<AttributeData> ours = [.. Attributes(union, known.WireUnion)];
        List<AttributeData> theirs = [.. Attributes(union, known.Peer.Union)];
        List<AttributeData> attributes = ours.Count > 0 ? ours : theirs;
        if (!union.IsAbstract)
        {
            Report(ShapeProblem.UnionNotAbstract, attributes[0].ToLocation(cancellationToken), union.ToMessage());
        }

        if (ours.Count > 0 && theirs.Count > 0 && !new HashSet<string>(ours.Select(Text), StringComparer.Ordinal).SetEquals(theirs.Select(Text)))
        {
            Report(ShapeProblem.ContradictingAttributes, ours[0].ToLocation(cancellationToken), union.ToMessage(), "WireUnion", "Union");
        }

        foreach (AttributeData attribute in attributes)
        {
            Add(attribute);
        }

        return _isWrong ? null : [.. _cases.OrderBy(entry => entry.Tag)];
    }

    private void Add(AttributeData attribute)
    {
        if (attribute.IsBroken() || attribute.ConstructorArguments.Length != 2 || attribute.ConstructorArguments[0].Value is not int tag)
        {
            _isWrong = true;
            return;
        }

        Location? place = attribute.ArgumentLocation(1, cancellationToken);
        object? argument = attribute.ConstructorArguments[1].Value;
        if (argument is not INamedTypeSymbol listed || !UnionCaseType.Derives(listed, union))
        {
            Report(ShapeProblem.NotAUnionCase, place, (argument as ISymbol)?.ToMessage() ?? $"{argument ?? "null"}", union.ToMessage());
        }
        else if (listed.IsAbstract)
        {
            Report(ShapeProblem.AbstractUnionCase, place, listed.ToMessage(), union.ToMessage());
        }
        else if (UnionCaseType.Close(listed, union) is not { } type)
        {
            Report(ShapeProblem.OpenUnionCase, place, listed.ToMessage(), union.ToMessage());
        }
        else if (!_types.Add(type))
        {
            Report(ShapeProblem.DuplicateUnionCase, place, type.ToMessage(), union.ToMessage());
        }
        else if (_tags.TryGetValue(tag, out INamedTypeSymbol? other))
        {
            Report(ShapeProblem.DuplicateUnionTag, attribute.ArgumentLocation(0, cancellationToken), tag.ToString(CultureInfo.InvariantCulture), type.ToMessage(), other.ToMessage());
        }
        else
        {
            _tags.Add(tag, type);
            // Of a generic union, only the cases of these type arguments.
            if (UnionCaseType.Ancestors(type).Any(link => link.Is(union)))
            {
                _cases.Add(new(tag, type));
            }
        }
    }

    private void Report(ShapeProblem problem, Location? location, params string[] arguments)
    {
        _isWrong = true;
        sink.Report(problem, location, arguments);
    }

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type, INamedTypeSymbol? attribute) =>
        attribute is null ? [] : type.GetAttributes().Where(data => data.AttributeClass.Is(attribute));

    private static INamedTypeSymbol? ListedType(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 2 ? attribute.ConstructorArguments[1].Value as INamedTypeSymbol : null;

    private static string Text(AttributeData attribute) => string.Join(" ", attribute.ConstructorArguments.Select(argument => argument.Value));
}
