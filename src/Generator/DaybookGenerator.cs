using Daybook.Generator.Emitting;
using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator;

/// <summary>Writes what events and states need to be recorded and folded.</summary>
[Generator(LanguageNames.CSharp)]
[Deterministic]
public sealed class DaybookGenerator : IIncrementalGenerator
{
    private delegate T? Parse<TSymbol, T>(TSymbol symbol, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> isActive = ActiveCopy.Find(context);
        IncrementalValuesProvider<Parsed<EventModel>> parsed = Find<INamedTypeSymbol, Parsed<EventModel>>(context, isActive, KnownSymbols.EventAttribute, ParseEvent);
        IncrementalValuesProvider<StateModel> parsedStates = Find<INamedTypeSymbol, StateModel>(context, isActive, KnownSymbols.StateAttribute, ParseState)
            .WithTrackingName(TrackingNames.States);
        IncrementalValuesProvider<EventModel> recordable = parsed.Where(static item => item.Model is not null).Select(static (item, _) => item.Model!);
        var versions = new VersionPipeline(
            parsed,
            recordable,
            Find<IMethodSymbol, Parsed<UpcasterModel>>(context, isActive, KnownSymbols.UpcasterAttribute, ParseUpcaster),
            Find<IMethodSymbol, Parsed<DowncasterModel>>(context, isActive, KnownSymbols.DowncasterAttribute, ParseDowncaster));

        IncrementalValuesProvider<EventModel> events = recordable.Combine(versions.Unrecordable)
            .Where(static input => !input.Right.Contains(input.Left.Record.Type, StringComparer.Ordinal))
            .Select(static (input, _) => input.Left)
            .WithTrackingName(TrackingNames.Events);
        IncrementalValuesProvider<StateModel> states = parsedStates.Combine(versions.Graph)
            .Select(static (input, _) => StateVersions.Resolve(input.Left, input.Right))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.VersionedStates);

        IncrementalValueProvider<EquatableArray<string>> collisions = events.Select(static (model, _) => model.Record.Containment.FileName).Collect()
            .Combine(states.Select(static (model, _) => model.Record.Containment.FileName).Collect())
            .Select(static (names, _) => HintName.FindCollisions(names.Left.Concat(names.Right)))
            .WithTrackingName(TrackingNames.Collisions);
        IncrementalValueProvider<EquatableArray<string>> catalog = events
            .Where(static model => model.IsInCatalog)
            .Select(static (model, _) => new CatalogEntry(model.Record.Name, model.Record.Version, model.Record.Type)).Collect()
            .Select(static (entries, _) => CatalogEmitter.Sort(entries))
            .WithTrackingName(TrackingNames.Catalog);
        IncrementalValueProvider<string> assembly = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");
        IncrementalValueProvider<PeerFormatters> peer = context.CompilationProvider.Select(static (compilation, _) => PeerInterface.Find(compilation))
            .WithTrackingName(TrackingNames.PeerFormatters);
        IncrementalValuesProvider<ResolverModel> resolver = events.Where(static model => model.IsInCatalog).Select(static (model, _) => ResolverEntry.Of(model)).Collect()
            .Combine(states.Where(static model => model.IsNamable).Select(static (model, _) => ResolverEntry.Of(model)).Collect())
            .Select(static (entries, _) => ResolverEmitter.Sort(entries.Left.Concat(entries.Right)))
            .Combine(peer)
            .Combine(assembly)
            .SelectMany(static (input, _) => ResolverEmitter.Find(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Resolver);

        IncrementalValueProvider<EquatableArray<string>> childFolds = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => ChildFoldParser.IsCandidate(node),
                static (found, cancellationToken) => ChildFoldParser.Parse(found.Node, found.SemanticModel, cancellationToken))
            .Combine(isActive)
            .Where(static found => found.Left is not null && found.Right)
            .Select(static (found, _) => found.Left!).Collect()
            .Select(static (found, _) => ChildFoldEmitter.Sort(found))
            .WithTrackingName(TrackingNames.ChildFolds);

        context.RegisterSourceOutput(events.Combine(collisions), static (output, input) =>
            output.AddSource(HintName.Of(input.Left.Record.Containment, input.Right), EventEmitter.Emit(input.Left)));
        context.RegisterSourceOutput(versions.Versions.Combine(collisions), static (output, input) =>
            output.AddSource(HintName.Of(input.Left.Containment, input.Right, EventVersionsEmitter.Ending), EventVersionsEmitter.Emit(input.Left)));
        context.RegisterSourceOutput(versions.Recordings.Combine(collisions), static (output, input) =>
            output.AddSource(HintName.Of(input.Left.Containment, input.Right, RecordingEmitter.Ending), RecordingEmitter.Emit(input.Left)));
        context.RegisterSourceOutput(states.Combine(collisions), static (output, input) =>
            output.AddSource(HintName.Of(input.Left.Record.Containment, input.Right), StateEmitter.Emit(input.Left)));
        context.RegisterSourceOutput(catalog.Combine(assembly), static (output, input) => CatalogEmitter.Emit(output, input.Left, input.Right));
        context.RegisterSourceOutput(childFolds.Combine(assembly), static (output, input) => ChildFoldEmitter.Emit(output, input.Left, input.Right));
        context.RegisterSourceOutput(resolver, static (output, model) => output.AddSource(ResolverEmitter.File, ResolverEmitter.Emit(model)));
    }

    private static Parsed<EventModel> ParseEvent(INamedTypeSymbol type, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken) =>
        new(Parser.ParseEvent(type, compilation, known, NullSink.Instance, cancellationToken), new([type.ToBareCode()]));

    private static StateModel? ParseState(INamedTypeSymbol type, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken) =>
        Parser.ParseState(type, compilation, known, NullSink.Instance, cancellationToken);

    private static Parsed<UpcasterModel> ParseUpcaster(IMethodSymbol method, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken) =>
        new(Parser.ParseUpcaster(method, compilation, known, NullSink.Instance), CasterMethod.EventsOf(method, known));

    private static Parsed<DowncasterModel> ParseDowncaster(IMethodSymbol method, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken) =>
        new(Parser.ParseDowncaster(method, compilation, known, NullSink.Instance), CasterMethod.EventsOf(method, known));

    private static IncrementalValuesProvider<T> Find<TSymbol, T>(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> isActive, string attribute, Parse<TSymbol, T> parse)
        where TSymbol : class, ISymbol
        where T : class =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is TypeDeclarationSyntax or MethodDeclarationSyntax,
            (found, cancellationToken) => found.IsFirst() && found.TargetSymbol is TSymbol symbol
                ? parse(symbol, found.SemanticModel.Compilation, new(found.SemanticModel.Compilation), cancellationToken)
                : null)
            .Combine(isActive)
            .Where(static found => found.Left is not null && found.Right)
            .Select(static (found, _) => found.Left!);
}
