using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class ShapeParser
{
    private void ReportHidden(List<MemberCandidate> candidates, INamedTypeSymbol type, Location? location)
    {
        foreach (MemberCandidate candidate in candidates.Where(candidate => candidate.Hidden is not null))
        {
            sink.Report(ShapeProblem.HiddenMember, LocationOf(type, candidate.Symbol, location), candidate.Symbol.ToMessage(), candidate.Hidden!.Symbol.ToMessage());
        }
    }

    private void RefuseObsolete(List<MemberCandidate> candidates, INamedTypeSymbol type, Location? location)
    {
        foreach (MemberCandidate candidate in candidates)
        {
            var property = candidate.Symbol as IPropertySymbol;
            if (candidate.Symbol.IsObsoleteError() || property?.GetMethod?.IsObsoleteError() is true || property?.SetMethod?.IsObsoleteError() is true)
            {
                sink.Report(ShapeProblem.ObsoleteMember, LocationOf(type, candidate.Symbol, location), candidate.Symbol.Name);
            }
        }
    }

    /// <summary>Takes out what is not recorded, and declines what could not be made without it.</summary>
    private void RemoveIgnored(List<MemberCandidate> candidates, INamedTypeSymbol type, bool setsRequired, Location? location)
    {
        foreach (MemberCandidate candidate in candidates.Where(candidate => candidate.IsIgnored))
        {
            Location? place = PlaceOf(candidate.FindAttribute(known.WireIgnore) ?? candidate.FindAttribute(known.Peer.Ignore), type, candidate.Symbol, LocationOf(type, candidate.Symbol, location));
            if (candidate.Parameter is { HasExplicitDefaultValue: false } || (candidate.IsRequired && !setsRequired))
            {
                sink.Report(ShapeProblem.IgnoredButNeeded, place, candidate.Symbol.Name);
            }
            else if ((candidate.FindAttribute(known.WireKey) ?? candidate.FindAttribute(known.Peer.Key)) is not null)
            {
                sink.Report(ShapeProblem.IgnoredKey, place, candidate.Symbol.Name);
            }
        }

        candidates.RemoveAll(candidate => candidate.IsIgnored);
    }
}
