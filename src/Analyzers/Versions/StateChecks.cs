using Daybook.Analyzers.Shape;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Versions;

/// <summary>Holds that states take what the older versions of their events become.</summary>
internal static class StateChecks
{
    public static void Check(VersionDeclarations declarations, ReportingSink sink, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeclaredCaster<UpcasterModel>> upcasters = declarations.Upcasters;
        var graph = new UpcastGraph(
            upcasters.Select(entry => entry.Model).OfType<UpcasterModel>(), upcasters.Where(entry => entry.Model is null).SelectMany(entry => entry.Events));
        foreach ((INamedTypeSymbol type, StateModel model) in declarations.States)
        {
            StateVersions.Resolve(model, graph, (problem, code, other) => sink.Report(
                problem,
                problem == ShapeProblem.TakesUpcastEvent ? FindEvent(type, code, declarations.Known, cancellationToken) : type.FindLocation(),
                type.Name,
                ShortName(code),
                ShortName(other)));
        }
    }

    // Where the state names the event: a reducer's parameter or the attribute that lists it.
    private static Location? FindEvent(INamedTypeSymbol state, string code, KnownSymbols known, CancellationToken cancellationToken)
    {
        IParameterSymbol? parameter = state.GetMembers().OfType<IMethodSymbol>().Where(method => method.FindAttribute(known.Reducer) is not null)
            .SelectMany(method => method.Parameters)
            .FirstOrDefault(parameter => IsCalled(parameter.Type));
        AttributeData? listing = state.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && type.OriginalDefinition.Is(known.Records) && IsCalled(type.TypeArguments[0]));
        return parameter?.FindLocation() ?? listing?.ToLocation(cancellationToken) ?? state.FindLocation();

        bool IsCalled(ITypeSymbol type) => string.Equals(type.ToBareCode(), code, StringComparison.Ordinal);
    }

    private static string ShortName(string code) => code.Substring(code.LastIndexOfAny(['.', ':']) + 1);
}
