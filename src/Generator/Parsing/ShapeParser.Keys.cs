using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

internal sealed partial class ShapeParser
{
    private const int MaxKey = 1023;

    private AssignedKeys? AssignKeys(INamedTypeSymbol type, List<MemberCandidate> candidates, Location? location)
    {
        bool needsKeys = candidates.Select(candidate => DeclarationOf(candidate.Symbol)).Distinct().Count() > 1;
        var taken = new Dictionary<int, ISymbol>();
        var entries = new List<(MemberCandidate Candidate, int Key)>();
        int next = 0;
        foreach (MemberCandidate candidate in candidates)
        {
            Location? place = LocationOf(type, candidate.Symbol, location);
            AttributeData? attribute = FindKey(type, candidate, place);
            if (attribute is null && needsKeys)
            {
                sink.Report(ShapeProblem.MissingKey, place, candidate.Symbol.Name, type.Name);
                return null;
            }

            int key = attribute is { ConstructorArguments.Length: 1 } && attribute.ConstructorArguments[0].Value is int number ? number : next;
            string text = key.ToString(CultureInfo.InvariantCulture);
            Location? keyPlace = IsOwn(type, candidate.Symbol) ? attribute?.ToLocation(cancellationToken) ?? place : place;
            if (key is < 0 or > MaxKey)
            {
                sink.Report(ShapeProblem.KeyOutOfRange, keyPlace, text, candidate.Symbol.Name);
                return null;
            }

            if (taken.TryGetValue(key, out ISymbol? other))
            {
                sink.Report(ShapeProblem.DuplicateKey, keyPlace, text, candidate.Symbol.Name, other.Name);
                return null;
            }

            taken.Add(key, candidate.Symbol);
            entries.Add((candidate, key));
            next = key + 1;
        }

        entries.Sort((left, right) => left.Key.CompareTo(right.Key));
        return new(entries);
    }

    /// <summary>The part of a type that declares a member; a type of another assembly is one part.</summary>
    private object DeclarationOf(ISymbol member) =>
        !member.IsForeign(compilation) && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
            ? part
            : (object)member.ContainingType;
}
