using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    private const string DeterminismCategory = "Daybook.Determinism";

    private const string DeterminismMessage = "'{0}' is not deterministic ({1}): it {2}; path: {3}";

    public static readonly DiagnosticDescriptor Clock = Create(
        RuleIds.Clock,
        "Reducers do not read clocks",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TimeZone = Create(
        RuleIds.TimeZone,
        "Reducers do not depend on the host's time zone",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Random = Create(
        RuleIds.Random,
        "Reducers do not make random values",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Hash = Create(
        RuleIds.Hash,
        "Reducers do not depend on hash codes",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Order = Create(
        RuleIds.Order,
        "Reducers do not depend on the order of unordered collections",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Culture = Create(
        RuleIds.Culture,
        "Reducers do not depend on the current culture",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Static = Create(
        RuleIds.Static,
        "Reducers do not use static state that changes",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Mutation = Create(
        RuleIds.Mutation,
        "Reducers change neither states nor events",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor LostResult = Create(
        RuleIds.LostResult,
        "Reducers use what immutable operations return",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Thread = Create(
        RuleIds.Thread,
        "Reducers do not wait, lock or start work",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Ambient = Create(
        RuleIds.Ambient,
        "Reducers do not read ambient context",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Environment = Create(
        RuleIds.Environment,
        "Reducers do not depend on the environment",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Process = Create(
        RuleIds.Process,
        "Reducers do not depend on process, host or user",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor InputOutput = Create(
        RuleIds.InputOutput,
        "Reducers do not read or write files, consoles or pipes",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Network = Create(
        RuleIds.Network,
        "Reducers do not use networks or databases",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Service = Create(
        RuleIds.Service,
        "Reducers do not use services",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Reflection = Create(
        RuleIds.Reflection,
        "Reducers do not use reflection",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FloatingPoint = Create(
        RuleIds.FloatingPoint,
        "Reducers do not depend on the processor's floating point",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor GarbageCollection = Create(
        RuleIds.GarbageCollection,
        "Reducers do not see the garbage collector or uninitialized memory",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Interop = Create(
        RuleIds.Interop,
        "Reducers do not run native or unsafe code",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Exception = Create(
        RuleIds.Exception,
        "States do not depend on exceptions",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Regex = Create(
        RuleIds.Regex,
        "Regular expressions of reducers neither time out nor follow a culture",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Identity = Create(
        RuleIds.Identity,
        "Reducers compare values, not objects",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Lazy = Create(
        RuleIds.Lazy,
        "States hold values, not queries",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Annotated = Create(
        RuleIds.Annotated,
        "Reducers do not call what is marked as non-deterministic",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Unknown = Create(
        RuleIds.Unknown,
        "Reducers call what is known to be deterministic",
        DeterminismMessage,
        DeterminismCategory,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor UncheckedTrust = Create(
        RuleIds.UncheckedTrust,
        "Claims of determinism that nobody checks are known",
        "'{0}' is taken as deterministic: {1}",
        DeterminismCategory,
        DiagnosticSeverity.Hidden);

    /// <summary>The rule of each kind, in the order of the kinds: for what stands in the root itself.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Determinism { get; } =
    [
        Clock, TimeZone, Random, Hash, Order, Culture, Static, Mutation, LostResult, Thread, Ambient, Environment, Process, InputOutput,
        Network, Service, Reflection, FloatingPoint, GarbageCollection, Interop, Exception, Regex, Identity, Lazy, Annotated, Unknown,
    ];

    /// <summary>The same for what the root reaches, which is known at the end of a compilation.</summary>
    public static ImmutableArray<DiagnosticDescriptor> ReachedDeterminism { get; } = [.. Determinism.Select(AtEnd)];

    private static DiagnosticDescriptor AtEnd(DiagnosticDescriptor rule) =>
        Create(rule.Id, rule.Title.ToString(CultureInfo.InvariantCulture), DeterminismMessage, DeterminismCategory, rule.DefaultSeverity, WellKnownDiagnosticTags.CompilationEnd);
}
