using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Generator.Parsing;

/// <summary>Finds the events of a state: those that its reducers take and those that it lists.</summary>
internal sealed class StateEventParser(INamedTypeSymbol state, bool isView, Compilation compilation, KnownSymbols known, DeclarationSink sink, CancellationToken cancellationToken)
{
    private readonly ForeignUpcasters _foreign = new(compilation, known);

    /// <summary>The upcasters of other assemblies behind the events, once they are parsed.</summary>
    public IEnumerable<UpcasterModel> Upcasters => _foreign.Found;

    public List<StateEventModel> Parse()
    {
        List<(INamedTypeSymbol Event, ReducerModel Reducer)> reducers = new ReducerParser(state, known, sink).Parse();
        Dictionary<INamedTypeSymbol, string?> names = Listed(reducers);
        var events = reducers.Select(entry => (entry.Event, Reducer: (ReducerModel?)entry.Reducer))
            .Concat(names.Keys.Where(type => !reducers.Exists(entry => entry.Event.Is(type))).Select(type => (Event: type, Reducer: (ReducerModel?)null)))
            .OrderBy(entry => EventIdentity.NameOf(entry.Event, known), StringComparer.Ordinal)
            .ThenBy(entry => EventIdentity.VersionOf(entry.Event, known))
            .ThenBy(entry => entry.Event.ToCode(), StringComparer.Ordinal);

        var models = new List<StateEventModel>();
        foreach ((INamedTypeSymbol type, ReducerModel? reducer) in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _foreign.Add(type);
            if (!type.ContainingAssembly.Is(compilation.Assembly) && !known.IsCompiledEvent(type))
            {
                // It was declined where it was compiled.
                sink.Decline();
            }

            string name = names.TryGetValue(type, out string? listed) && listed is not null ? listed : type.Name;
            bool isRecorded = !isView && !known.IsOwnEvent(type);
            if (isRecorded && models.Exists(other => other.IsRecorded && string.Equals(other.RecorderName, name, StringComparison.Ordinal)))
            {
                sink.Report(ShapeProblem.DuplicateRecorderName, state.FindLocation(), state.Name, name, type.ToMessage());
                continue;
            }

            if (FindAccessibility(type) is { } accessibility)
            {
                models.Add(ToModel(type, reducer, name, isRecorded, accessibility));
            }
        }

        return models;
    }

    private StateEventModel ToModel(INamedTypeSymbol type, ReducerModel? reducer, string name, bool isRecorded, string accessibility)
    {
        var documentation = Documentation.Of(type, cancellationToken);
        return new()
        {
            Type = type.ToBareCode(),
            RecorderName = name,
            IsRecorded = isRecorded,
            Accessibility = accessibility,
            Reducer = reducer,
            Parameters = new RecorderParameters(compilation, known, state, cancellationToken).Find(type) is { } parameters ? new EquatableArray<ParameterModel>(parameters) : null,
            Summary = documentation.Summary,
            Remarks = documentation.Remarks,
        };
    }

    private Dictionary<INamedTypeSymbol, string?> Listed(List<(INamedTypeSymbol Event, ReducerModel Reducer)> reducers)
    {
        var names = new Dictionary<INamedTypeSymbol, string?>(SymbolEqualityComparer.Default);
        foreach (AttributeData attribute in state.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && type.OriginalDefinition.Is(known.Records)))
        {
            ITypeSymbol argument = attribute.AttributeClass!.TypeArguments[0];
            Location? place = attribute.ToLocation(cancellationToken);
            if (argument.TypeKind == TypeKind.Error)
            {
                sink.Decline();
            }
            else if (isView)
            {
                sink.Report(ShapeProblem.ViewRecords, place, state.Name);
            }
            else if (argument is not INamedTypeSymbol type || !known.IsEvent(type))
            {
                sink.Report(ShapeProblem.NotAnEvent, place, state.Name, argument.ToMessage());
            }
            else
            {
                object? name = attribute.NamedArguments.FirstOrDefault(pair => pair.Key is "As").Value.Value;
                if (name is string text && !SyntaxFacts.IsValidIdentifier(text))
                {
                    sink.Report(ShapeProblem.BadRecorderName, place, text);
                }

                if (name is null && reducers.Exists(entry => entry.Event.Is(type)))
                {
                    sink.Report(ShapeProblem.ListedAndReduced, place, state.Name, type.Name);
                }

                names[type] = name as string;
            }
        }

        return names;
    }

    private string? FindAccessibility(INamedTypeSymbol type)
    {
        if (AccessibilityDomain.Covers(type, state))
        {
            return "public";
        }

        if (AccessibilityDomain.IsWithinAssembly(type))
        {
            return "internal";
        }

        sink.Report(ShapeProblem.EventLessAccessible, state.FindLocation(), type.ToMessage(), state.Name);
        return null;
    }
}
