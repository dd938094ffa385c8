using System.Collections.Immutable;
using Daybook.Analyzers.Determinism;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    private const string DeterminismCategory = "Daybook.Determinism";

    private const string DeterminismMessage = "'{0}' is not deterministic ({1}): it {2}; path: {3}";

    /// <summary>The rule of each kind, in the order of the kinds: for what stands in the root itself.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Determinism = DeterminismRules();

    /// <summary>The same for what the root reaches, which is known at the end of a compilation.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> ReachedDeterminism = DeterminismRules(WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UncheckedTrust = Create(
        RuleIds.UncheckedTrust,
        "Claims of determinism that nobody checks are known",
        "'{0}' is taken as deterministic: {1}",
        DeterminismCategory,
        DiagnosticSeverity.Hidden);

    private static ImmutableArray<DiagnosticDescriptor> DeterminismRules(params string[] tags) =>
    [
        Kind(RuleIds.Clock, "Reducers do not read clocks", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.TimeZone, "Reducers do not depend on the host's time zone", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Random, "Reducers do not make random values", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Hash, "Reducers do not depend on hash codes", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Order, "Reducers do not depend on the order of unordered collections", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Culture, "Reducers do not depend on the current culture", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Static, "Reducers do not use static state that changes", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Mutation, "Reducers change neither states nor events", DiagnosticSeverity.Error, tags),
        Kind(RuleIds.LostResult, "Reducers use what immutable operations return", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Thread, "Reducers do not wait, lock or start work", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Ambient, "Reducers do not read ambient context", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Environment, "Reducers do not depend on the environment", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Process, "Reducers do not depend on process, host or user", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.InputOutput, "Reducers do not read or write files, consoles or pipes", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Network, "Reducers do not use networks or databases", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Service, "Reducers do not use services", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Reflection, "Reducers do not use reflection", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.FloatingPoint, "Reducers do not depend on the processor's floating point", DiagnosticSeverity.Info, tags),
        Kind(RuleIds.GarbageCollection, "Reducers do not see the garbage collector or uninitialized memory", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Interop, "Reducers do not run native or unsafe code", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Exception, "States do not depend on exceptions", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Regex, "Regular expressions of reducers neither time out nor follow a culture", DiagnosticSeverity.Info, tags),
        Kind(RuleIds.Identity, "Reducers compare values, not objects", DiagnosticSeverity.Info, tags),
        Kind(RuleIds.Lazy, "States hold values, not queries", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Annotated, "Reducers do not call what is marked as non-deterministic", DiagnosticSeverity.Warning, tags),
        Kind(RuleIds.Unknown, "Reducers call what is known to be deterministic", DiagnosticSeverity.Info, tags),
    ];

    private static DiagnosticDescriptor Kind(string id, string title, DiagnosticSeverity severity, string[] tags) => Create(id, title, DeterminismMessage, DeterminismCategory, severity, tags);
}
