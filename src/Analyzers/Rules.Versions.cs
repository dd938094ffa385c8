using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor CasterNotStatic = Create(
        RuleIds.CasterNotStatic,
        "Upcasters and downcasters are static",
        "'{0}' is an upcaster or downcaster and not static; add 'static'",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UpcasterSignature = Create(
        RuleIds.UpcasterSignature,
        "Upcasters take an event and return events",
        "'{0}' is no upcaster; write 'static TNew {0}(TOld)' where the result is an event, a nullable one or a tuple of both, and an EventContext may stand behind the event",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DowncasterSignature = Create(
        RuleIds.DowncasterSignature,
        "Downcasters take an event and return an older version of it",
        "'{0}' is no downcaster; write 'static TOld {0}(TNew)' where both are versions of one event and the result is the older one",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor CasterNotAccessible = Create(
        RuleIds.CasterNotAccessible,
        "Generated code calls upcasters and downcasters",
        "'{0}' cannot be called by generated code; make it and the types around it internal or public",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor CasterAcrossAssemblies = Create(
        RuleIds.CasterAcrossAssemblies,
        "Versions of an event stay in one assembly",
        "'{0}' names '{1}', which belongs to another assembly; declare the upcaster there",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateCaster = Create(
        RuleIds.DuplicateCaster,
        "One upcaster for each event",
        "'{0}' is another {1} for '{2}'; remove one of them",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UpcasterCycle = Create(
        RuleIds.UpcasterCycle,
        "Upcasters never lead back",
        "The upcaster '{0}' leads from '{1}' back to it; let it lead to newer events only",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor VersionNotRising = Create(
        RuleIds.VersionNotRising,
        "Upcasters lead to newer versions",
        "The upcaster '{0}' leads from version {2} of '{1}' to version {3}; a version becomes a greater one",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OlderLessAccessible = Create(
        RuleIds.OlderLessAccessible,
        "Older versions are as accessible as newer ones",
        "'{0}' is less accessible than '{1}', which it becomes; states that take '{1}' must see it, so make it as accessible",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor VersionLeadsNowhere = Create(
        RuleIds.VersionLeadsNowhere,
        "Older versions lead to newer ones",
        "'{0}' is version {1} of '{2}', whose newest version is {3}, and no upcaster takes it; add one",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor VersionMissing = Create(
        RuleIds.VersionMissing,
        "Versions have no gaps",
        "'{0}' is version {1} of '{2}', and version {3} is not declared; declare it with an upcaster, or use the next free version",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor FirstVersionMissing = Create(
        RuleIds.FirstVersionMissing,
        "First versions are kept",
        "'{0}' is version {1} of '{2}', and no older one is declared; declare the older versions with upcasters if any were ever recorded",
        VersionsCategory,
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor BadFormerName = Create(
        RuleIds.BadFormerName,
        "Former names are names",
        "'{0}' is no former name of '{1}'; use a valid name, other than its own, and each once",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FormerNameClash = Create(
        RuleIds.FormerNameClash,
        "A former name belongs to one event",
        "The former name '{1}' of '{0}' belongs to '{2}', too; remove it from one of them",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor BadWriteVersion = Create(
        RuleIds.BadWriteVersion,
        "The version to write is an older one",
        "'{0}' has WriteVersion {1}; use a version below {2}, or leave it out",
        VersionsCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WriteVersionUnknown = Create(
        RuleIds.WriteVersionUnknown,
        "The version to write is declared",
        "'{0}' is to be recorded as version {1} of '{2}', which is not declared; declare it with an upcaster",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NoDowncaster = Create(
        RuleIds.NoDowncaster,
        "The version to write can be made",
        "'{0}' cannot be recorded as version {1}: it has no member '{2}' of the same type; add a [Downcaster] that makes '{3}'",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TakesUpcastEvent = Create(
        RuleIds.TakesUpcastEvent,
        "States take the newest version",
        "The state '{0}' takes '{1}', which an upcaster turns into '{2}'; take that instead",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor MissesUpcastEvent = Create(
        RuleIds.MissesUpcastEvent,
        "States take all that an older event becomes",
        "The state '{0}' does not take '{2}', which '{1}' becomes besides events that it takes; add a reducer or [Records<{2}>]",
        VersionsCategory,
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    private const string VersionsCategory = "Daybook.Versions";

    /// <summary>What is wrong between versions of events, in the parser's words and in the user's.</summary>
    public static IReadOnlyDictionary<ShapeProblem, DiagnosticDescriptor> Versions { get; } = new Dictionary<ShapeProblem, DiagnosticDescriptor>
    {
        [ShapeProblem.CasterNotStatic] = CasterNotStatic,
        [ShapeProblem.UpcasterSignature] = UpcasterSignature,
        [ShapeProblem.DowncasterSignature] = DowncasterSignature,
        [ShapeProblem.CasterNotAccessible] = CasterNotAccessible,
        [ShapeProblem.CasterAcrossAssemblies] = CasterAcrossAssemblies,
        [ShapeProblem.DuplicateCaster] = DuplicateCaster,
        [ShapeProblem.UpcasterCycle] = UpcasterCycle,
        [ShapeProblem.VersionNotRising] = VersionNotRising,
        [ShapeProblem.OlderLessAccessible] = OlderLessAccessible,
        [ShapeProblem.VersionLeadsNowhere] = VersionLeadsNowhere,
        [ShapeProblem.VersionMissing] = VersionMissing,
        [ShapeProblem.FirstVersionMissing] = FirstVersionMissing,
        [ShapeProblem.BadFormerName] = BadFormerName,
        [ShapeProblem.FormerNameClash] = FormerNameClash,
        [ShapeProblem.BadWriteVersion] = BadWriteVersion,
        [ShapeProblem.WriteVersionUnknown] = WriteVersionUnknown,
        [ShapeProblem.NoDowncaster] = NoDowncaster,
        [ShapeProblem.TakesUpcastEvent] = TakesUpcastEvent,
        [ShapeProblem.MissesUpcastEvent] = MissesUpcastEvent,
    };
}
