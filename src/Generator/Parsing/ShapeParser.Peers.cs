using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class ShapeParser
{
    /// <summary>Declines what MessagePack-CSharp's attributes on a type ask for and arrays by key cannot give.</summary>
    private void RefusePeerShape(INamedTypeSymbol type, Location? location)
    {
        if (type.FindAttribute(known.Peer.Object) is { } attribute && attribute.ConstructorArguments.Any(argument => argument.Value is true))
        {
            sink.Report(ShapeProblem.StringKey, PlaceOf(attribute, type, type, location), type.ToMessage());
        }

        RefusePeerFormatter(type, type.FindAttribute(known.Peer.Formatter), PlaceOf(type.FindAttribute(known.Peer.Formatter), type, type, location));
    }

    private void RefusePeerFormatter(ISymbol symbol, AttributeData? attribute, Location? location)
    {
        if (attribute is not null)
        {
            sink.Report(ShapeProblem.PeerFormatter, location, symbol.ToMessage());
        }
    }

    /// <summary>The attribute that gives a member its key: ours, or MessagePack-CSharp's.</summary>
    private AttributeData? FindKey(INamedTypeSymbol type, MemberCandidate candidate, Location? location)
    {
        AttributeData? ours = candidate.FindAttribute(known.WireKey);
        AttributeData? theirs = candidate.FindAttribute(known.Peer.Key);
        if (theirs is { ConstructorArguments.Length: 1 } && theirs.ConstructorArguments[0].Value is string)
        {
            sink.Report(ShapeProblem.StringKey, PlaceOf(theirs, type, candidate.Symbol, location), candidate.Symbol.Name);
        }
        else if (ours is not null && theirs is not null && !Equals(KeyOf(ours), KeyOf(theirs)))
        {
            sink.Report(ShapeProblem.ContradictingAttributes, PlaceOf(theirs, type, candidate.Symbol, location), candidate.Symbol.Name, "WireKey", "Key");
        }

        return ours ?? theirs;
    }

    private static object? KeyOf(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value;

    private Location? PlaceOf(AttributeData? attribute, INamedTypeSymbol type, ISymbol symbol, Location? fallback) =>
        IsOwn(type, symbol) ? attribute?.ToLocation(cancellationToken) ?? fallback : fallback;
}
