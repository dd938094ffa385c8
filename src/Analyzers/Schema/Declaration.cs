using System.Collections.Immutable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Analyzers.Schema;

/// <summary>An event or state of the compilation.</summary>
/// <param name="Key">The beginning of its line.</param>
/// <param name="Type">The record.</param>
/// <param name="Marker">The attribute that makes it one.</param>
/// <param name="Line">Its line; null when the declaration is declined.</param>
internal sealed record Declaration(LockKey Key, INamedTypeSymbol Type, AttributeData Marker, string? Line)
{
    /// <summary>What stands behind the name in the line.</summary>
    public string Rest => Line!.Substring(Key.ToString().Length + 1);

    /// <summary>What this version of the event was called before.</summary>
    public ImmutableArray<LockKey> FormerKeys =>
    [
        .. Marker.NamedArguments.Where(argument => argument.Key is "FormerNames" && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
            .SelectMany(argument => argument.Value.Values)
            .Select(value => value.Value).OfType<string>()
            .Select(name => Key with { Name = name }),
    ];

    /// <summary>As a message names it.</summary>
    public string ToMessage() => $"{Key.Word} '{Key.ToMessage()}'";

    /// <summary>The token that names it in the wire's words.</summary>
    public Location? FindNameLocation(CancellationToken cancellationToken)
    {
        var syntax = Marker.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        return syntax?.ArgumentList?.Arguments.FirstOrDefault()?.GetLocation() ?? Type.FindLocation();
    }

    /// <summary>Reads what a type declares, as the generator does.</summary>
    public static IEnumerable<Declaration> Read(INamedTypeSymbol type, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (type.FindAttribute(known.Event) is { } marker && Identity(LockKey.Event, marker) is { } key)
        {
            yield return new(key, type, marker, Parser.ParseEvent(type, compilation, known, NullSink.Instance, cancellationToken)?.Record.Schema);
        }

        if (type.FindAttribute(known.State) is { } state && Identity(LockKey.State, state) is { } stateKey)
        {
            yield return new(stateKey, type, state, Parser.ParseStateSchema(type, compilation, known, cancellationToken));
        }
    }

    private static LockKey? Identity(string word, AttributeData marker) =>
        marker.ConstructorArguments.Length == 1 && marker.ConstructorArguments[0].Value is string name
            ? new(word, name, marker.NamedArguments.FirstOrDefault(argument => argument.Key is "Version").Value.Value is int version ? version : 1)
            : null;
}
