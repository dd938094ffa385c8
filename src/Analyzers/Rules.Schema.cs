using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor NoSchemaFile = Create(
        RuleIds.NoSchemaFile,
        "Recorded shapes are kept in a schema file",
        "This project records events but has no daybook.schema.txt; create one, so that a change which old events do not survive is reported",
        SchemaCategory,
        DiagnosticSeverity.Info,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnreadableLine = Create(
        RuleIds.UnreadableLine,
        "Every line of the schema file can be read",
        "This line {0}",
        SchemaCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor KeyChanged = Create(
        RuleIds.KeyChanged,
        "Members keep their keys",
        "'{1}' of the {0} had the key {2} and now has {3}, so recorded values would be read into another member; give it [WireKey({2})]",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MembersReordered = Create(
        RuleIds.MembersReordered,
        "Members keep their order",
        "The members {1} of the {0} have changed places, so recorded values would be read into the wrong ones; put them back in order or keep their keys by [WireKey]",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TypeChanged = Create(
        RuleIds.TypeChanged,
        "Members keep their types",
        "'{1}' of the {0} was {2} and now is {3}, so recorded values could not be read; keep the type, or declare a new version with an upcaster from this one",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MadeRequired = Create(
        RuleIds.MadeRequired,
        "What may be null stays so",
        "'{1}' of the {0} could be null and now cannot, so recorded nulls could not be read; make it {2} again",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AddedWithoutDefault = Create(
        RuleIds.AddedWithoutDefault,
        "New members can be missing",
        "'{1}' is new in the {0} and recorded payloads end before it; make it nullable or give it a default",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InsertedMember = Create(
        RuleIds.InsertedMember,
        "New members come last",
        "'{1}' is new in the {0} but does not come last, so recorded values would be read into the wrong member; move it behind the others or give it the key {2} or greater by [WireKey]",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MemberRemoved = Create(
        RuleIds.MemberRemoved,
        "Recorded members stay",
        "'{1}' is gone from the {0}, with what was recorded in it; put it back, or declare a new version with an upcaster from this one",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ConstantChanged = Create(
        RuleIds.ConstantChanged,
        "Constants keep their numbers",
        "'{1}' in the {0} was {2} and now is {3}, so recorded values would change their meaning; give it back its number",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor CaseChanged = Create(
        RuleIds.CaseChanged,
        "Cases keep their tags",
        "The case '{1}' of '{2}' in the {0} had the tag {3} and now has {4}, so recorded values could not be read; list it as [WireUnion({3}, typeof({1}))]",
        SchemaCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EventRemoved = Create(
        RuleIds.EventRemoved,
        "Recorded events stay",
        "The event '{0}' is gone from the code, so what was recorded of it cannot be read; put it back (with an upcaster, if others take its place), or name it in FormerNames of the event that has its shape now",
        SchemaCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor EventRenamed = Create(
        RuleIds.EventRenamed,
        "Renamed events remember their former names",
        "The event '{0}' is now '{1}', so what was recorded under the old name cannot be read; keep the name or add FormerNames = [\"{2}\"]",
        SchemaCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor MemberAdded = Create(
        RuleIds.MemberAdded,
        "New members are accepted",
        "'{1}' is new in the {0}; accept it in daybook.schema.txt",
        SchemaCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TypeWidened = Create(
        RuleIds.TypeWidened,
        "Wider types are accepted",
        "'{1}' of the {0} was {2} and now is {3}, which reads everything that was recorded; accept it in daybook.schema.txt",
        SchemaCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Renamed = Create(
        RuleIds.Renamed,
        "New names are accepted",
        "'{1}' in the {0} is now '{2}', which tools will show for what was recorded, too; accept it in daybook.schema.txt",
        SchemaCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DefaultChanged = Create(
        RuleIds.DefaultChanged,
        "New defaults are accepted",
        "'{1}' of the {0} was {2} where it is missing and now is {3}, also in what was recorded before; accept it in daybook.schema.txt",
        SchemaCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ValueAdded = Create(
        RuleIds.ValueAdded,
        "New constants and cases are accepted",
        "'{1}' is new in the {0}; accept it in daybook.schema.txt",
        SchemaCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotInFile = Create(
        RuleIds.NotInFile,
        "New events and states are accepted",
        "The {0} is not in daybook.schema.txt; accept it",
        SchemaCategory,
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor StateVersionRaised = Create(
        RuleIds.StateVersionRaised,
        "New versions of states are accepted",
        "The state '{0}' has taken the place of '{1}', whose snapshots will be dropped; accept it in daybook.schema.txt",
        SchemaCategory,
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor StateRemoved = Create(
        RuleIds.StateRemoved,
        "Removed states are accepted",
        "The state '{0}' is gone from the code, and its snapshots with it; remove this line and the one about its reducers",
        SchemaCategory,
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor WrittenDifferently = Create(
        RuleIds.WrittenDifferently,
        "Lines are written in one way",
        "The {0} means what its line says but is written differently; accept it in daybook.schema.txt",
        SchemaCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ReducersChanged = Create(
        RuleIds.ReducersChanged,
        "Changed reducers need a decision",
        "The reducers of '{0}' changed: raise Version so that old snapshots are dropped, or accept",
        SchemaCategory,
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    private const string SchemaCategory = "Daybook.Schema";

    /// <summary>Everything that the schema file can reveal.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Schema { get; } =
    [
        NoSchemaFile,
        UnreadableLine,
        KeyChanged,
        MembersReordered,
        TypeChanged,
        MadeRequired,
        AddedWithoutDefault,
        InsertedMember,
        MemberRemoved,
        ConstantChanged,
        CaseChanged,
        EventRemoved,
        EventRenamed,
        MemberAdded,
        TypeWidened,
        Renamed,
        DefaultChanged,
        ValueAdded,
        NotInFile,
        StateVersionRaised,
        StateRemoved,
        WrittenDifferently,
        ReducersChanged,
    ];
}
