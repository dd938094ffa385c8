using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class Parser
{
    private EquatableArray<UpcasterModel> _upcasters;

    private StateModel? ReadState()
    {
        if (_type.FindAttribute(_known.Event) is not null)
        {
            // Reported once, for the event.
            return null;
        }

        bool isView = IsView(_type, _known);
        RefuseNames(isView ? [] : ["Recorder", "Batch"]);
        RecordModel? record = ReadRecord(_known.State);
        string? initial = FindInitial();
        EquatableArray<StateEventModel>? events = ReadEvents(isView);
        return record is null || initial is null || events is null || _sink.HasDeclined ? null : new()
        {
            Record = StateComparers.Keep(record, initial),
            ShortName = Identifier.Escape(_type.Name),
            IsNamable = AccessibilityDomain.IsWithinAssembly(_type),
            IsView = isView,
            Initial = initial,
            Events = events.Value,
            Upcasters = _upcasters,
        };
    }

    private static bool IsView(INamedTypeSymbol type, KnownSymbols known) => type.FindAttribute(known.State)?.NamedValue("View") is true;

    private string? FindInitial()
    {
        if (_type.GetMembers("Initial").FirstOrDefault() is { } declared)
        {
            ITypeSymbol? type = declared switch
            {
                IPropertySymbol { GetMethod: not null } property => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            };
            if (declared.IsStatic && type.Is(_type) && type!.NullableAnnotation != NullableAnnotation.Annotated)
            {
                return $"{_type.ToBareCode()}.Initial";
            }

            _sink.Report(ShapeProblem.WrongInitial, declared.FindLocation(), _type.Name);
            return null;
        }

        bool isMade = _type.IsValueType || _type.InstanceConstructors.Any(constructor => !constructor.IsObsoleteError() && constructor.Parameters.All(parameter => parameter.IsOptional));
        bool requires = _type.FromBase().SelectMany(link => link.GetMembers()).Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        if (isMade && !requires)
        {
            return "new()";
        }

        _sink.Report(ShapeProblem.MissingInitial, _type.FindLocation(), _type.Name);
        return null;
    }

    private EquatableArray<StateEventModel>? ReadEvents(bool isView)
    {
        var parser = new StateEventParser(_type, isView, _compilation, _known, _sink, _cancellationToken);
        var events = parser.Parse();
        _upcasters = new(parser.Upcasters);
        if (_sink.HasDeclined)
        {
            return null;
        }

        if (events.Count == 0)
        {
            _sink.Report(ShapeProblem.NoEvents, _type.FindLocation(), _type.Name, isView ? "a reducer" : "a reducer or [Records<TEvent>]");
            return null;
        }

        return new(events);
    }
}
