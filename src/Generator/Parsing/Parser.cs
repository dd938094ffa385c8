using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>
/// From symbols to models: the only place that looks at symbols. The generator listens to no problems, the analyzers
/// run the same code and report them.
/// </summary>
internal sealed partial class Parser
{
    private readonly Compilation _compilation;
    private readonly KnownSymbols _known;
    private readonly INamedTypeSymbol _type;
    private readonly string _word;
    private readonly DeclarationSink _sink;
    private readonly CancellationToken _cancellationToken;
    private readonly ShapeParser _shapes;

    private Parser(INamedTypeSymbol type, string word, Compilation compilation, KnownSymbols known, IDiagnosticSink sink, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _known = known;
        _type = type;
        _word = word;
        _sink = new(sink);
        _cancellationToken = cancellationToken;
        _shapes = new(compilation, known, type, _sink, cancellationToken);
    }

    /// <summary>Reads an event; null when anything of it is declined.</summary>
    public static EventModel? ParseEvent(INamedTypeSymbol type, Compilation compilation, KnownSymbols known, IDiagnosticSink sink, CancellationToken cancellationToken) =>
        new Parser(type, "event", compilation, known, sink, cancellationToken).ReadEvent();

    /// <summary>Reads a state; null when anything of it is declined.</summary>
    public static StateModel? ParseState(INamedTypeSymbol type, Compilation compilation, KnownSymbols known, IDiagnosticSink sink, CancellationToken cancellationToken) =>
        new Parser(type, "state", compilation, known, sink, cancellationToken).ReadState();

    private EventModel? ReadEvent()
    {
        if (_type.FindAttribute(_known.State) is not null)
        {
            _sink.Report(ShapeProblem.EventAndState, _type.FindLocation(), _type.Name);
        }

        if (_type.FromBase().FirstOrDefault(link => !link.Is(_type) && _known.IsEvent(link)) is { } parent)
        {
            _sink.Report(ShapeProblem.InheritsFromEvent, _type.FindLocation(), _type.Name, parent.Name);
        }

        RecordModel? record = ReadRecord(_known.Event);
        (EquatableArray<string> formerNames, int writeVersion) = EventIdentity.Read(_type, _known, _sink, _cancellationToken);
        return record is null || _sink.HasDeclined ? null : new()
        {
            Record = record,
            FormerNames = formerNames,
            WriteVersion = writeVersion,
            IsInCatalog = AccessibilityDomain.IsWithinAssembly(_type),
        };
    }

    // Neither the type nor a member of it may be called as a type that is generated into it.
    private void RefuseNames(params string[] names)
    {
        foreach (string name in names)
        {
            foreach (ISymbol taken in string.Equals(_type.Name, name, StringComparison.Ordinal) ? [_type] : _type.GetMembers(name).Where(member => !IsOwn(member)))
            {
                _sink.Report(ShapeProblem.ReservedMemberName, taken.FindLocation(), _type.Name, name);
            }
        }
    }

    // Analyzers parse what the generator has been at already.
    private static bool IsOwn(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "GeneratedCodeAttribute" && attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: "Daybook.Generator" });

    private RecordModel? ReadRecord(INamedTypeSymbol? marker)
    {
        RefuseNames("__Wire");
        var declaration = new DeclarationParser(_type, _word, _sink, _cancellationToken);
        declaration.Check();
        if (_type.FindAttribute(marker) is not { } attribute || declaration.ReadAttribute(attribute) is not { } identity || _sink.HasDeclined)
        {
            return null;
        }

        _shapes.ParseSelf();
        return _sink.HasDeclined || SchemaText.Of(_word, identity.Name, identity.Version, _type, _shapes, _sink) is not { } schema ? null : new()
        {
            Containment = declaration.ReadContainment(),
            Type = _type.ToBareCode(),
            Name = identity.Name,
            Version = identity.Version,
            Schema = schema,
            IsRecursive = _shapes.IsRecursive,
            Composites = new(_shapes.Composites),
        };
    }
}
