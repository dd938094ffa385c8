using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>The runtime's types, by their metadata names: the only tie between compiler and runtime on the reading side.</summary>
internal sealed class KnownSymbols(Compilation compilation)
{
    public const string EventAttribute = "Daybook.EventAttribute";
    public const string StateAttribute = "Daybook.StateAttribute";
    public const string UpcasterAttribute = "Daybook.UpcasterAttribute";
    public const string DowncasterAttribute = "Daybook.DowncasterAttribute";

    public INamedTypeSymbol? Event { get; } = compilation.GetTypeByMetadataName(EventAttribute);

    public INamedTypeSymbol? State { get; } = compilation.GetTypeByMetadataName(StateAttribute);

    public INamedTypeSymbol? EventInterface { get; } = compilation.GetTypeByMetadataName("Daybook.IEvent`1");

    public INamedTypeSymbol? Reducer { get; } = compilation.GetTypeByMetadataName("Daybook.ReducerAttribute");

    public INamedTypeSymbol? Records { get; } = compilation.GetTypeByMetadataName("Daybook.RecordsAttribute`1");

    public INamedTypeSymbol? Upcaster { get; } = compilation.GetTypeByMetadataName(UpcasterAttribute);

    public INamedTypeSymbol? Downcaster { get; } = compilation.GetTypeByMetadataName(DowncasterAttribute);

    public INamedTypeSymbol? UpcastInterface { get; } = compilation.GetTypeByMetadataName("Daybook.IUpcast`2");

    public INamedTypeSymbol? EarlierVersions { get; } = compilation.GetTypeByMetadataName("Daybook.EarlierVersionsAttribute");

    public INamedTypeSymbol? WireKey { get; } = compilation.GetTypeByMetadataName("Daybook.WireKeyAttribute");

    public INamedTypeSymbol? WireIgnore { get; } = compilation.GetTypeByMetadataName("Daybook.WireIgnoreAttribute");

    public INamedTypeSymbol? WireUnion { get; } = compilation.GetTypeByMetadataName("Daybook.WireUnionAttribute");

    public INamedTypeSymbol? Formatter { get; } = compilation.GetTypeByMetadataName("Daybook.FormatterAttribute");

    public INamedTypeSymbol? FormatterInterface { get; } = compilation.GetTypeByMetadataName("Daybook.IFormatter`2");

    public PeerSymbols Peer { get; } = new(compilation);

    public INamedTypeSymbol? EventContext { get; } = compilation.GetTypeByMetadataName("Daybook.EventContext");

    /// <summary>Whether a type is marked as an event or was compiled as one.</summary>
    public bool IsEvent(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (named.FindAttribute(Event) is not null || IsCompiledEvent(named));

    /// <summary>Whether an event is one of the runtime's own, which recorders do not write.</summary>
    public bool IsOwnEvent(INamedTypeSymbol type) => EventInterface is not null && type.ContainingAssembly.Is(EventInterface.ContainingAssembly);

    /// <summary>Whether a type has all that makes an event.</summary>
    public bool IsCompiledEvent(INamedTypeSymbol type) => type.AllInterfaces.Any(i => i.OriginalDefinition.Is(EventInterface) && i.TypeArguments[0].Is(type));
}
