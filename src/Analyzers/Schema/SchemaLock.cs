using System.Collections.Concurrent;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Schema;

/// <summary>
/// One compilation beside its schema file. Events that have a line are compared as they are met; what is missing on
/// either side, and states with their reducers, only when everything was seen.
/// </summary>
internal sealed partial class SchemaLock(LockFile file, string path, Compilation compilation, KnownSymbols known)
{
    private readonly ConcurrentBag<Declaration> _declarations = [];
    private readonly ReducerFacts _facts = new(known);

    public void Register(CompilationStartAnalysisContext start)
    {
        var reports = Reports.Start(start, Report);
        if (!file.HasConflict)
        {
            start.RegisterSymbolAction(context => Collect(context, reports.To(context.ReportDiagnostic)), SymbolKind.NamedType);
            if (known.State is not null)
            {
                _facts.Register(start);
            }
        }
    }

    private void Collect(SymbolAnalysisContext context, Action<Diagnostic> report)
    {
        foreach (Declaration declaration in Declaration.Read((INamedTypeSymbol)context.Symbol, compilation, known, context.CancellationToken))
        {
            _declarations.Add(declaration);
            if (declaration is { Key.Word: LockKey.Event, Line: { } line })
            {
                CompareEvent(declaration, line, report, context.CancellationToken);
            }
        }
    }

    private void CompareEvent(Declaration declaration, string line, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        Compare(declaration, declaration.Key, LockEdit.Add(line), static _ => true, report, cancellationToken);
        foreach (LockKey former in declaration.FormerKeys)
        {
            // Its line stays as it was recorded under the old name; only what can no longer be read is of interest.
            Compare(
                declaration, former, LockEdit.Add($"{former} {declaration.Rest}"),
                static change => change.IsBreaking, report, cancellationToken);
        }
    }

    /// <summary>Compares a declaration with a line.</summary>
    /// <returns>Whether anything was reported.</returns>
    private bool Compare(
        Declaration declaration, LockKey key, LockEdit edit, Func<SchemaChange, bool> isReported, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (file.Find(key) is not { Record: { } old } entry || string.Equals(entry.Rest, declaration.Rest, StringComparison.Ordinal)
            || SchemaReader.Read(declaration.Line!, declaration.Key.ToString().Length + 1).Record is not { } current)
        {
            return false;
        }

        bool isState = key.Word is LockKey.State;
        string message = $"{key.Word} '{key.ToMessage()}'";
        IReadOnlyList<SchemaChange> changes = SchemaComparer.Compare(old, current, isState, declaration.Type.Name);
        if (changes.Count == 0)
        {
            changes = [new(Rules.WrittenDifferently, [], SchemaPlace.Name, [])];
        }

        var locator = new ChangeLocator(declaration.Type, compilation, known, cancellationToken);
        var reported = new HashSet<(DiagnosticDescriptor Rule, Location? Place, string Arguments)>();
        foreach (SchemaChange change in changes.Where(isReported))
        {
            // A record that stands in the line several times has changed once.
            Location? place = locator.Find(change);
            if (reported.Add((change.Rule, place, string.Join("\n", change.Arguments))))
            {
                object[] arguments = [message, .. change.Arguments];
                report(Diagnostic.Create(change.Rule, place, edit.ToProperties(), arguments));
            }
        }

        return true;
    }
}
