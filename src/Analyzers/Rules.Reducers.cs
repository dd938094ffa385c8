using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor ListedAndReduced = Create(
        RuleIds.ListedAndReduced,
        "Events are listed or reduced",
        "'{0}' lists '{1}', which changes nothing then, and has a reducer for it; remove one of the two, or say 'As' when the list only names the event",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MutableMember = Create(
        RuleIds.MutableMember,
        "Events and states do not change",
        "'{0}' of the {1} '{2}' can be changed once it is made; {3}",
        ShapeCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor MutableCollection = Create(
        RuleIds.MutableCollection,
        "Collections of states do not change",
        "'{0}' of the {1} '{2}' is of type '{3}', which a reducer can change in place; use {4}",
        ShapeCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor MutableContents = Create(
        RuleIds.MutableContents,
        "Collections of events and arrays of states do not change",
        "'{0}' of the {1} '{2}' is of type '{3}', which can be changed in place; use {4}",
        ShapeCategory,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor UnchangedState = Create(
        RuleIds.UnchangedState,
        "Reducers change something",
        "'{0}' always returns its state as it was; list the event with [Records<{1}>] instead",
        ShapeCategory,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor UnusedEvent = Create(
        RuleIds.UnusedEvent,
        "Events belong to a state",
        "Nothing uses the event '{0}': no state has a reducer for it or lists it with [Records<{0}>]; add one of the two, or remove it",
        ShapeCategory,
        DiagnosticSeverity.Info,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DateTimeInEvent = Create(
        RuleIds.DateTimeInEvent,
        "Times in events have an offset",
        "'{0}' of the event '{1}' is a DateTime, which has no offset; use DateTimeOffset",
        ShapeCategory,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor GrowthByCopies = Create(
        RuleIds.GrowthByCopies,
        "States grow without copies",
        "This copies all of '{0}' for each event, so that a fold costs the square of its length; make it {1} and append to it",
        ShapeCategory,
        DiagnosticSeverity.Warning);
}
