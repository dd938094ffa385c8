using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Analyzers.Schema;

/// <summary>
/// Finds the token that a change is about, on the way by which the schema line was written. Where that leads out of the
/// compilation, the last token before is taken: the type of the member whose inside has changed.
/// </summary>
internal sealed class ChangeLocator
{
    private readonly INamedTypeSymbol _declared;
    private readonly Compilation _compilation;
    private readonly KnownSymbols _known;
    private readonly CancellationToken _cancellationToken;
    private readonly ShapeParser _shapes;

    public ChangeLocator(INamedTypeSymbol declared, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
    {
        _declared = declared;
        _compilation = compilation;
        _known = known;
        _cancellationToken = cancellationToken;
        _shapes = new(compilation, known, declared, new(NullSink.Instance), cancellationToken);
        _shapes.ParseSelf();
    }

    public Location? Find(SchemaChange change)
    {
        var spot = new Spot(_declared, LocationOf(_declared)) { Name = LocationOf(_declared) };
        foreach (SchemaStep step in change.Path)
        {
            if (Follow(spot, step) is not { } next)
            {
                return change.Place is SchemaPlace.Missing ? FindMissing(spot.Type, step.Name) ?? LocationOf(spot.Type) ?? spot.Whole : spot.Whole;
            }

            spot = next;
        }

        return change.Place switch
        {
            SchemaPlace.Declaration => LocationOf(spot.Type) ?? spot.Whole,
            SchemaPlace.Key => spot.Key ?? spot.Name ?? spot.Whole,
            SchemaPlace.Default => spot.Default ?? spot.Name ?? spot.Whole,
            SchemaPlace.Name => spot.Name ?? spot.Whole,
            _ => spot.Whole,
        };
    }

    private Spot? Follow(Spot spot, SchemaStep step) => step.Kind switch
    {
        SchemaStepKind.Member when spot.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } constants =>
            constants.GetMembers(step.Name).FirstOrDefault() is { } constant && LocationOf(constant) is { } name ? new(constants, name) { Name = name } : null,
        SchemaStepKind.Member => _shapes.MembersOf(spot.Type).FirstOrDefault(member => string.Equals(member.Name, step.Name, StringComparison.Ordinal)) is { } member ? FollowMember(member) : null,
        SchemaStepKind.Case => _shapes.CasesOf(spot.Type)?.FirstOrDefault(entry => entry.Tag == step.Number) is { } entry ? FollowCase(spot, entry) : null,
        _ => ElementOf(spot.Type, step.Number) is { } element ? new(Recorded(element, formatter: null), spot.Whole) : null,
    };

    private Spot? FollowMember(ParsedMember member)
    {
        if (LocationOf(member.Candidate.Symbol) is not { } name)
        {
            return null;
        }

        AttributeData? key = member.Candidate.FindAttribute(_known.WireKey) ?? member.Candidate.FindAttribute(_known.Peer.Key);
        return new(
            Recorded(member.Type, member.Formatter),
            member.Formatter?.ArgumentLocation(0, _cancellationToken) ?? TypeLocation.Find(member.Candidate, name, isOwn: true, _cancellationToken))
        {
            Name = name,
            Key = key?.ArgumentLocation(0, _cancellationToken),
            Default = DefaultOf(member.Candidate)?.GetLocation(),
        };
    }

    private Spot FollowCase(Spot union, UnionCase entry)
    {
        AttributeData? listing = UnionReader.FindListing((INamedTypeSymbol)union.Type, entry, _known);
        Location? type = listing?.ArgumentLocation(1, _cancellationToken);
        return new(Recorded(entry.Type, formatter: null), InCompilation(type) ?? union.Whole)
        {
            Name = InCompilation(type),
            Key = InCompilation(listing?.ArgumentLocation(0, _cancellationToken)),
        };
    }

    /// <summary>What stands in the schema for a type: without its question mark, and what a formatter makes of it.</summary>
    private ITypeSymbol Recorded(ITypeSymbol type, AttributeData? formatter)
    {
        ITypeSymbol bare = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return _shapes.WireTypeOf(bare, formatter) is { } wire ? Recorded(wire, formatter: null) : bare;
    }

    private ITypeSymbol? ElementOf(ITypeSymbol type, int position) => type switch
    {
        // Behind its lengths, an array of several dimensions has all elements in one list.
        IArrayTypeSymbol { Rank: > 1 } array => position == array.Rank ? _compilation.CreateArrayTypeSymbol(array.ElementType) : null,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named when TupleForm.Find(named) is { } form => form.Elements.ElementAtOrDefault(position),
        INamedTypeSymbol named => _shapes.FindCollection(named)?.Elements.ElementAtOrDefault(position),
        _ => null,
    };

    private Location? FindMissing(ITypeSymbol type, string name) =>
        (type as INamedTypeSymbol)?.FromBase().Reverse().SelectMany(link => link.GetMembers(name))
            .Where(member => member is IPropertySymbol or IFieldSymbol).Select(LocationOf).FirstOrDefault(location => location is not null);

    private ExpressionSyntax? DefaultOf(MemberCandidate candidate)
    {
        IEnumerable<SyntaxNode> declarations = new[] { candidate.Parameter, candidate.Symbol }.OfType<ISymbol>()
            .SelectMany(symbol => symbol.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax(_cancellationToken));
        return declarations.Select(node => node switch
        {
            ParameterSyntax parameter => parameter.Default?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            _ => null,
        }).FirstOrDefault(value => value is not null);
    }

    private Location? LocationOf(ISymbol symbol) => symbol.Locations.Select(InCompilation).FirstOrDefault(location => location is not null);

    private Location? InCompilation(Location? location) => location?.SourceTree is { } tree && _compilation.ContainsSyntaxTree(tree) ? location : null;

    /// <summary>Where the way has led.</summary>
    /// <param name="Type">The type there, as it is recorded.</param>
    /// <param name="Whole">The token that stands for all of it.</param>
    private sealed record Spot(ITypeSymbol Type, Location? Whole)
    {
        public Location? Name { get; init; }

        public Location? Key { get; init; }

        public Location? Default { get; init; }
    }
}
