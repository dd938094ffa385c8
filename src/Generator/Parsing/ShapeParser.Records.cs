using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class ShapeParser
{
    private RecordComposite? ParseRecord(INamedTypeSymbol type, string helper, Location? location)
    {
        List<MemberCandidate> candidates = new MemberCollector(compilation, known, self, cancellationToken).Collect(type);
        if (candidates.Exists(candidate => candidate.Symbol.Name.Length == 0))
        {
            // Somebody is still typing.
            sink.Decline();
            return null;
        }

        IMethodSymbol? constructor = new ConstructorChoice(compilation, known, self, cancellationToken).Choose(type, candidates);
        if (constructor is null)
        {
            sink.Report(ShapeProblem.NoConstructor, LocationOf(type, type, location), type.ToMessage());
            return null;
        }

        bool setsRequired = constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "SetsRequiredMembersAttribute");
        RefusePeerShape(type, location);
        ReportHidden(candidates, type, location);
        RemoveIgnored(candidates, type, setsRequired, location);
        candidates = OrderByConstructor(type, candidates, constructor);
        RemoveComputed(candidates, type, location);
        RefuseObsolete(candidates, type, location);
        AssignedKeys? keys = sink.HasDeclined ? null : AssignKeys(type, candidates, location);
        if (keys is null)
        {
            return null;
        }

        _nesting++;
        var locals = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<ParsedMember>();
        foreach ((MemberCandidate candidate, int key) in keys.Entries)
        {
            Location? place = LocationOf(type, candidate.Symbol, location);
            AttributeData? formatter = candidate.FindAttribute(known.Formatter);
            Location? typePlace = TypeLocation.Find(candidate, place, IsOwn(type, candidate.Symbol), cancellationToken);
            if (ParseMember(type, candidate, formatter, typePlace) is not { } value)
            {
                return null;
            }

            MissingValue missing = MissingValue.Of(candidate, constructor, compilation, cancellationToken);
            members.Add(new(
                new()
                {
                    Key = key,
                    Name = Identifier.Escape(candidate.Symbol.Name),
                    Local = Identifier.ForLocal(candidate.Symbol.Name, locals),
                    Value = value,
                    Default = missing.Code,
                    HasInitializer = missing.IsInitializer,
                },
                candidate.Type,
                candidate.Symbol.Name,
                formatter is null || missing.Schema is null ? missing.Schema : "...",
                candidate,
                formatter));
        }

        _nesting--;

        _members[type.ToBareCode()] = members;
        return new()
        {
            Helper = helper,
            Type = type.ToBareCode(),
            IsValueType = type.IsValueType,
            IsOpen = !type.IsValueType && !type.IsSealed,
            Members = new(members.Select(member => member.Model)),
            Arguments = new(constructor.Parameters.Select(parameter => members.Find(member => member.Candidate.Parameter.Is(parameter))?.Model.Local ?? DefaultOf(parameter))),
            Initializers = Indices(members, candidate => candidate.IsSettable && (!candidate.IsPositional || (candidate.IsRequired && !setsRequired))),
            Required = Indices(members, candidate => candidate.IsRequired && !setsRequired),
        };
    }

    private WireValue? ParseMember(INamedTypeSymbol type, MemberCandidate candidate, AttributeData? formatter, Location? place)
    {
        if (formatter is null)
        {
            AttributeData? theirs = candidate.FindAttribute(known.Peer.Formatter);
            RefusePeerFormatter(candidate.Symbol, theirs, PlaceOf(theirs, type, candidate.Symbol, place));
            return Parse(candidate.Type, candidate.Symbol, place);
        }

        Location? formatterPlace = IsOwn(type, candidate.Symbol) ? formatter.ArgumentLocation(0, cancellationToken) : place;
        return Parse(candidate.Type, candidate.Symbol, formatterPlace, formatter);
    }

    // Named by its type, so that no other constructor takes it.
    private static string DefaultOf(IParameterSymbol parameter) => parameter.ExplicitDefaultValue is { } value
        ? $"({parameter.Type.ToBareCode()})({Constants.ToCode(parameter.Type, value)})"
        : $"default({parameter.Type.ToBareCode()})!";

    private static EquatableArray<int> Indices(List<ParsedMember> members, Func<MemberCandidate, bool> belongs) =>
        new(Enumerable.Range(0, members.Count).Where(index => belongs(members[index].Candidate)));

    // A declaration of somebody else's is named in the message; the squiggle stays in this one.
    private Location? LocationOf(INamedTypeSymbol type, ISymbol symbol, Location? fallback) =>
        IsOwn(type, symbol) ? symbol.FindLocation() ?? fallback : fallback;

    private bool IsOwn(INamedTypeSymbol type, ISymbol symbol) => type.Is(self) && (symbol.Is(self) || symbol.ContainingType.Is(self));

    private static List<MemberCandidate> OrderByConstructor(INamedTypeSymbol type, List<MemberCandidate> candidates, IMethodSymbol constructor)
    {
        // Positional members come first, in each type of the chain.
        List<INamedTypeSymbol> chain = [.. type.FromBase()];
        return
        [
            .. candidates
                .Select((candidate, index) => (candidate, index))
                .OrderBy(entry => chain.FindIndex(link => link.Is(entry.candidate.Symbol.ContainingType)))
                .ThenBy(entry => entry.candidate.IsPositional ? constructor.Parameters.IndexOf(entry.candidate.Parameter!) : int.MaxValue)
                .ThenBy(entry => entry.index)
                .Select(entry => entry.candidate),
        ];
    }

    private void RemoveComputed(List<MemberCandidate> candidates, INamedTypeSymbol type, Location? location)
    {
        foreach (MemberCandidate candidate in candidates.Where(candidate => !candidate.IsSettable && candidate.Parameter is null && candidate.Hidden is null && candidate.Symbol.HoldsData(compilation)))
        {
            sink.Report(ShapeProblem.CannotBeSet, LocationOf(type, candidate.Symbol, location), candidate.Symbol.ToMessage());
        }

        candidates.RemoveAll(candidate => !candidate.IsSettable && candidate.Parameter is null);
    }
}
