using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor NotPartial = Create(
        RuleIds.NotPartial,
        "Events and states must be partial",
        "The {0} '{1}' is not partial; add 'partial' to its declaration",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Create(
        RuleIds.ContainingTypeNotPartial,
        "Types around events and states must be partial",
        "The {0} '{1}' stands in '{2}', which is not partial; add 'partial' to '{2}'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotARecord = Create(
        RuleIds.NotARecord,
        "Events and states must be records",
        "The {0} '{1}' is not a record; declare it as 'partial record' or 'partial record struct'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor Generic = Create(
        RuleIds.Generic,
        "Events and states must not be generic",
        "The {0} '{1}' is generic or stands in a generic type; give it a type of its own for each type argument",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor CannotBeNamed = Create(
        RuleIds.CannotBeNamed,
        "Events and states must not be file-local",
        "The {0} '{1}' is local to its file, so generated code cannot name it; remove 'file'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor Abstract = Create(
        RuleIds.Abstract,
        "Events and states must not be abstract",
        "The {0} '{1}' is abstract, so it cannot be read back; remove 'abstract' or mark the derived records instead",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BadName = Create(
        RuleIds.BadName,
        "Names are ASCII words joined by dots, hyphens or underscores",
        "'{1}' is no name of an {0}; use 1 to 200 ASCII letters and digits in words joined by '.', '-' or '_'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BadVersion = Create(
        RuleIds.BadVersion,
        "Versions start at 1",
        "The {0} '{1}' has version {2}; use 1 or greater",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EventAndState = Create(
        RuleIds.EventAndState,
        "A record is an event or a state",
        "'{0}' is marked as an event and as a state; remove one of the attributes",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InheritsFromEvent = Create(
        RuleIds.InheritsFromEvent,
        "Events must not inherit from events",
        "The event '{0}' inherits from the event '{1}'; move what they share into a base record without [Event]",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateEventName = Create(
        RuleIds.DuplicateEventName,
        "Each event needs a name and version of its own",
        "The event '{0}' has the name '{1}' that '{2}' has, too; give one of them another name or version",
        ShapeCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DuplicateKey = Create(
        RuleIds.DuplicateKey,
        "Each member needs a key of its own",
        "The key {0} of '{1}' belongs to '{2}' already; use another one",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MissingKey = Create(
        RuleIds.MissingKey,
        "Members in several declarations need keys",
        "'{0}' has no key, and the members of '{1}' stand in several declarations; add [WireKey(n)] to every one",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor KeyOutOfRange = Create(
        RuleIds.KeyOutOfRange,
        "Keys lie between 0 and 1023",
        "The key {0} of '{1}' is out of range; use one between 0 and 1023",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnsupportedType = Create(
        RuleIds.UnsupportedType,
        "Members need types that can be recorded",
        "'{0}' holds '{1}', which cannot be recorded; use {2}",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor CannotBeSet = Create(
        RuleIds.CannotBeSet,
        "Members must be settable when they are read back",
        "'{0}' cannot be set when it is read back; add an init accessor, or a constructor parameter of the same name and type",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoConstructor = Create(
        RuleIds.NoConstructor,
        "Types need a constructor that reading can use",
        "'{0}' has no constructor that reading can use; add one without parameters, or one whose parameters all have a default, or a property of the same name and type",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateReducer = Create(
        RuleIds.DuplicateReducer,
        "One reducer for each event",
        "The state '{0}' has another reducer for '{1}'; put both into one",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ReducerSignature = Create(
        RuleIds.ReducerSignature,
        "Reducers take an event and return the state",
        "'{0}' is no reducer of '{1}'; write '{1} {0}(TEvent)' or 'static {1} {0}({1}, TEvent)', either with an EventContext behind",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ReducerOutsideState = Create(
        RuleIds.ReducerOutsideState,
        "Reducers belong to a state",
        "The reducer '{0}' stands in '{1}', which is no state; move it into a record marked with [State]",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ReducerWithoutEvent = Create(
        RuleIds.ReducerWithoutEvent,
        "Reducers take events",
        "The reducer '{0}' takes '{1}', which is no event; mark that with [Event] or remove [Reducer]",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MissingInitial = Create(
        RuleIds.MissingInitial,
        "States need an initial value",
        "The state '{0}' cannot be made by 'new()'; add 'public static {0} Initial {{ get; }}'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongInitial = Create(
        RuleIds.WrongInitial,
        "Initial is the state's initial value",
        "'Initial' of the state '{0}' must be static, readable and of type '{0}'; change or rename it",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoEvents = Create(
        RuleIds.NoEvents,
        "States need events",
        "The state '{0}' takes no event; add {1}",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateRecorderName = Create(
        RuleIds.DuplicateRecorderName,
        "Recorders name each event once",
        "The recorder of '{0}' would have two methods 'Record{1}Async', the second for '{2}'; tell them apart by [Records<{2}>(As = \"...\")]",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ReservedMemberName = Create(
        RuleIds.ReservedMemberName,
        "Recorder, Batch and __Wire are generated",
        "'{0}' uses the name '{1}', which its generated part needs; rename what is called so",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EventLessAccessible = Create(
        RuleIds.EventLessAccessible,
        "Recorders see the events of their state",
        "The event '{0}' is less accessible than the recorder of '{1}' needs; make it as accessible as the state, or internal",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAnEvent = Create(
        RuleIds.NotAnEvent,
        "Only events can be recorded",
        "The state '{0}' lists '{1}', which is no event; mark that with [Event] or remove it from the list",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BadRecorderName = Create(
        RuleIds.BadRecorderName,
        "As is part of a method's name",
        "'{0}' cannot be part of a method's name; use letters and digits",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ViewRecords = Create(
        RuleIds.ViewRecords,
        "Views record nothing",
        "'{0}' is a view, which records nothing; remove [Records], or 'View = true'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    private const string ShapeCategory = "Daybook.Shape";

    /// <summary>Why a declaration is declined, in the parser's words and in the user's.</summary>
    public static IReadOnlyDictionary<ShapeProblem, DiagnosticDescriptor> Shape { get; } = new Dictionary<ShapeProblem, DiagnosticDescriptor>
    {
        [ShapeProblem.NotPartial] = NotPartial,
        [ShapeProblem.ContainingTypeNotPartial] = ContainingTypeNotPartial,
        [ShapeProblem.NotARecord] = NotARecord,
        [ShapeProblem.Generic] = Generic,
        [ShapeProblem.CannotBeNamed] = CannotBeNamed,
        [ShapeProblem.Abstract] = Abstract,
        [ShapeProblem.BadName] = BadName,
        [ShapeProblem.BadVersion] = BadVersion,
        [ShapeProblem.EventAndState] = EventAndState,
        [ShapeProblem.InheritsFromEvent] = InheritsFromEvent,
        [ShapeProblem.DuplicateEventName] = DuplicateEventName,
        [ShapeProblem.DuplicateKey] = DuplicateKey,
        [ShapeProblem.MissingKey] = MissingKey,
        [ShapeProblem.KeyOutOfRange] = KeyOutOfRange,
        [ShapeProblem.UnsupportedType] = UnsupportedType,
        [ShapeProblem.CannotBeSet] = CannotBeSet,
        [ShapeProblem.NoConstructor] = NoConstructor,
        [ShapeProblem.DuplicateReducer] = DuplicateReducer,
        [ShapeProblem.ReducerSignature] = ReducerSignature,
        [ShapeProblem.ReducerOutsideState] = ReducerOutsideState,
        [ShapeProblem.ReducerWithoutEvent] = ReducerWithoutEvent,
        [ShapeProblem.MissingInitial] = MissingInitial,
        [ShapeProblem.WrongInitial] = WrongInitial,
        [ShapeProblem.NoEvents] = NoEvents,
        [ShapeProblem.DuplicateRecorderName] = DuplicateRecorderName,
        [ShapeProblem.ReservedMemberName] = ReservedMemberName,
        [ShapeProblem.EventLessAccessible] = EventLessAccessible,
        [ShapeProblem.NotAnEvent] = NotAnEvent,
        [ShapeProblem.BadRecorderName] = BadRecorderName,
        [ShapeProblem.ViewRecords] = ViewRecords,
        [ShapeProblem.ListedAndReduced] = ListedAndReduced,
    };
}
