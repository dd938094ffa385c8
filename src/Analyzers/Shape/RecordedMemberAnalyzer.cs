using System.Collections.Immutable;
using Daybook.Analyzers.Schema;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Shape;

/// <summary>Finds members of events and states that can change, and times that mean nothing elsewhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordedMemberAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.MutableMember, Rules.MutableCollection, Rules.MutableContents, Rules.DateTimeInEvent];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A record with a generated part counts as generated as a whole; GeneratedTree tells the parts apart.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownSymbols(start.Compilation);
            if (known.Event is not null)
            {
                var reports = Reports.Start(start);
                start.RegisterSymbolAction(context => Analyze(context, known, reports.To(context.ReportDiagnostic)), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known, Action<Diagnostic> report)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        bool isState = type.FindAttribute(known.State) is not null;
        if (!isState && type.FindAttribute(known.Event) is null)
        {
            return;
        }

        string word = isState ? "state" : "event";
        ReportStruct(type, word, report, context.CancellationToken);
        foreach (ISymbol member in type.GetMembers().Where(member => IsWritten(member, context.CancellationToken)))
        {
            if (Mutability.AdviceFor(member) is { } advice)
            {
                report(Diagnostic.Create(Rules.MutableMember, member.FindLocation(), member.Name, word, type.Name, advice));
            }

            if (!member.HoldsData(context.Compilation) || TypeOf(member) is not { } held)
            {
                continue;
            }

            ReportCollection(member, held, isState, word, report);
            if (!isState && member.FindAttribute(known.WireIgnore) is null && Mentions(held, SpecialType.System_DateTime))
            {
                report(Diagnostic.Create(Rules.DateTimeInEvent, member.FindLocation(), member.Name, type.Name));
            }
        }
    }

    // The parameters of a record struct are settable unless the whole struct is readonly, so it is said once.
    private static void ReportStruct(INamedTypeSymbol type, string word, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (Mutability.PositionalStruct(type, cancellationToken) is { } declaration)
        {
            report(Diagnostic.Create(Rules.MutableMember, declaration.Identifier.GetLocation(), declaration.ParameterList!.Parameters[0].Identifier.ValueText, word, type.Name, "make the struct readonly"));
        }
    }

    private static void ReportCollection(ISymbol member, ITypeSymbol held, bool isState, string word, Action<Diagnostic> report)
    {
        if (MutableType.Find(held) is not { } mutable || (mutable.IsArray && !isState))
        {
            return;
        }

        IReadOnlyList<string> replacements = mutable.ReplacementsFor(isState);
        string advice = replacements.Count == 0 ? "an immutable collection" : string.Join(" or ", replacements.Select(name => MutableType.ShortName(name)));
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacements, mutable.Type.Is(held) ? string.Join(";", replacements) : "");
        report(Diagnostic.Create(
            isState && !mutable.IsArray ? Rules.MutableCollection : Rules.MutableContents,
            member.FindLocation(), properties, member.Name, word, member.ContainingType.Name, mutable.Type.ToMessage(), advice));
    }

    private static bool IsWritten(ISymbol member, CancellationToken cancellationToken) =>
        member is IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } or IFieldSymbol { AssociatedSymbol: null, IsConst: false }
        && member is { IsStatic: false, IsImplicitlyDeclared: false, CanBeReferencedByName: true }
        && member.FindLocation()?.SourceTree is { } tree && !GeneratedTree.IsGenerated(tree, cancellationToken);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool Mentions(ITypeSymbol type, SpecialType special) => type switch
    {
        IArrayTypeSymbol array => Mentions(array.ElementType, special),
        INamedTypeSymbol named => named.SpecialType == special || named.TypeArguments.Any(argument => Mentions(argument, special)),
        _ => false,
    };
}
