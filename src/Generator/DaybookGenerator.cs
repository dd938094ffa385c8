using Daybook.Generator.Emitting;
using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator;

/// <summary>Writes what events and states need to be recorded and folded.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DaybookGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> isActive = ActiveCopy.Find(context);
        IncrementalValuesProvider<EventModel> events = Find(context, isActive, KnownSymbols.EventAttribute, Parser.ParseEvent).WithTrackingName(TrackingNames.Events);
        IncrementalValuesProvider<StateModel> states = Find(context, isActive, KnownSymbols.StateAttribute, Parser.ParseState).WithTrackingName(TrackingNames.States);

        IncrementalValueProvider<EquatableArray<string>> collisions = events.Select(static (model, _) => model.Record.Containment.FileName).Collect()
            .Combine(states.Select(static (model, _) => model.Record.Containment.FileName).Collect())
            .Select(static (names, _) => HintName.FindCollisions(names.Left.Concat(names.Right)))
            .WithTrackingName(TrackingNames.Collisions);
        IncrementalValueProvider<EquatableArray<CatalogEntry>> catalog = events
            .Where(static model => model.IsInCatalog)
            .Select(static (model, _) => new CatalogEntry(model.Record.Name, model.Record.Version, model.Record.Type)).Collect()
            .Select(static (entries, _) => CatalogEmitter.Sort(entries))
            .WithTrackingName(TrackingNames.Catalog);
        IncrementalValueProvider<string> assembly = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");

        context.RegisterSourceOutput(events.Combine(collisions), static (output, input) =>
            output.AddSource(HintName.Of(input.Left.Record.Containment, input.Right), EventEmitter.Emit(input.Left)));
        context.RegisterSourceOutput(states.Combine(collisions), static (output, input) =>
            output.AddSource(HintName.Of(input.Left.Record.Containment, input.Right), StateEmitter.Emit(input.Left)));
        context.RegisterSourceOutput(catalog.Combine(assembly), static (output, input) => CatalogEmitter.Emit(output, input.Left, input.Right));
    }

    private static IncrementalValuesProvider<T> Find<T>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<bool> isActive,
        string attribute,
        Func<INamedTypeSymbol, Compilation, KnownSymbols, IDiagnosticSink, CancellationToken, T?> parse)
        where T : class =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is TypeDeclarationSyntax,
            (found, cancellationToken) => found.IsFirst() && found.TargetSymbol is INamedTypeSymbol type
                ? parse(type, found.SemanticModel.Compilation, new(found.SemanticModel.Compilation), NullSink.Instance, cancellationToken)
                : null)
            .Combine(isActive)
            .Where(static found => found.Left is not null && found.Right)
            .Select(static (found, _) => found.Left!);
}
