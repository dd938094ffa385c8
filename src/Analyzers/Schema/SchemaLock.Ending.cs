using System.Collections.Immutable;
using System.Globalization;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Schema;

internal sealed partial class SchemaLock
{
    private void Report(CompilationAnalysisContext context, Action<Diagnostic> report)
    {
        foreach (LockProblem problem in file.Problems)
        {
            report(Diagnostic.Create(Rules.UnreadableLine, file.Locate(path, problem.Span), problem.Cause));
        }

        if (file.HasConflict)
        {
            return;
        }

        ImmutableArray<Declaration> declarations = [.. _declarations.OrderBy(declaration => declaration.Type.ToCode(), StringComparer.Ordinal).ThenBy(declaration => declaration.Type.FindLocation(), PlaceComparer.Instance)];
        ReportEvents([.. declarations.Where(declaration => declaration.Key.Word is LockKey.Event)], report, context.CancellationToken);
        ReportStates([.. declarations.Where(declaration => declaration.Key.Word is LockKey.State)], report, context.CancellationToken);
    }

    private void ReportEvents(ImmutableArray<Declaration> events, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var declared = new HashSet<LockKey>(events.SelectMany(declaration => declaration.FormerKeys.Add(declaration.Key)));
        List<LockEntry> gone = [.. file.Entries.Where(entry => entry.Key.Word is LockKey.Event && !declared.Contains(entry.Key))];
        List<Declaration> missing = [.. events.Where(declaration => declaration.Line is not null && file.Find(declaration.Key) is null)];
        foreach (Declaration declaration in missing)
        {
            // The same shape under another name, and no doubt about which.
            List<LockEntry> former = gone.FindAll(entry => IsRenamed(entry, declaration));
            if (former.Count == 1 && missing.Count(other => IsRenamed(former[0], other)) == 1)
            {
                gone.Remove(former[0]);
                ReportRenamed(declaration, former[0].Key, report, cancellationToken);
            }
            else
            {
                report(Diagnostic.Create(
                    Rules.NotInFile, declaration.Type.FindLocation(), LockEdit.Add(declaration.Line!).ToProperties(), declaration.ToMessage()));
            }
        }

        foreach (LockEntry entry in gone)
        {
            report(Diagnostic.Create(
                Rules.EventRemoved, file.Locate(path, entry.Line.Span), LockEdit.Remove(entry.Key).ToProperties(), entry.Key.ToMessage()));
        }
    }

    private static bool IsRenamed(LockEntry entry, Declaration declaration) =>
        entry.Key.Version == declaration.Key.Version
        && !string.Equals(entry.Key.Name, declaration.Key.Name, StringComparison.Ordinal)
        && string.Equals(entry.Rest, declaration.Rest, StringComparison.Ordinal);

    private static void ReportRenamed(Declaration declaration, LockKey former, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        LockEdit edit = LockEdit.Add(declaration.Line!) with { Removed = [former.ToString()] };
        report(Diagnostic.Create(
            Rules.EventRenamed, declaration.FindNameLocation(cancellationToken), edit.ToProperties().Add(FixProperties.FormerName, former.Name),
            former.ToMessage(), declaration.Key.ToMessage(), former.Name));
    }

    private void ReportStates(ImmutableArray<Declaration> states, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var settled = new HashSet<LockKey>();
        foreach (Declaration state in states)
        {
            settled.Add(state.Key);
            if (state.Line is { } line)
            {
                ReportState(state, line, settled, report, cancellationToken);
            }
        }

        foreach (LockEntry entry in file.Entries.Where(entry => entry.Key.Word is not LockKey.Event && !settled.Contains(entry.Key with { Word = LockKey.State })))
        {
            LockKey key = entry.Key with { Word = LockKey.State };
            if (entry.Key.Word is LockKey.State || file.Find(key) is null)
            {
                report(Diagnostic.Create(
                    Rules.StateRemoved, file.Locate(path, entry.Line.Span),
                    LockEdit.Remove(key, key with { Word = LockKey.Reducers }).ToProperties(), key.ToMessage()));
            }
        }
    }

    private void ReportState(Declaration state, string line, HashSet<LockKey> settled, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        LockKey reducers = state.Key with { Word = LockKey.Reducers };
        string value = ReducersHash.Of(state.Type, _facts, known, cancellationToken);
        LockEdit edit = LockEdit.Add(line, $"{reducers} {value}");
        Location? place = state.Type.FindLocation();
        if (file.Find(state.Key) is null)
        {
            List<LockKey> former = [.. file.Entries.Select(entry => entry.Key).Where(key => key.Word is LockKey.State && string.Equals(key.Name, state.Key.Name, StringComparison.Ordinal) && key.Version < state.Key.Version)];
            former.ForEach(key => settled.Add(key));
            edit = edit with { Removed = LockEdit.Remove([.. former, .. former.Select(key => key with { Word = LockKey.Reducers })]).Removed };
            report(former.Count == 0
                ? Diagnostic.Create(Rules.NotInFile, place, edit.ToProperties(), state.ToMessage())
                : Diagnostic.Create(Rules.StateVersionRaised, place, edit.ToProperties(), state.Key.ToMessage(), former[0].ToMessage()));
            return;
        }

        // Another shape drops the snapshots by itself, so that accepting it accepts the reducers, too.
        if (Compare(state, state.Key, edit, static _ => true, report, cancellationToken))
        {
            return;
        }

        if (file.Find(reducers) is not { } accepted)
        {
            report(Diagnostic.Create(Rules.NotInFile, place, edit.ToProperties(), $"value over the reducers of '{state.Key.ToMessage()}'"));
        }
        else if (!string.Equals(accepted.Rest, value, StringComparison.Ordinal))
        {
            LockKey raised = state.Key with { Version = state.Key.Version + 1 };
            LockEdit raise = LockEdit.Add($"{raised} {state.Rest}", $"{raised with { Word = LockKey.Reducers }} {value}") with { Removed = LockEdit.Remove(state.Key, reducers).Removed };
            ImmutableDictionary<string, string?> properties = edit.ToProperties()
                .AddRange(raise.ToProperties(FixProperties.Raise))
                .Add(FixProperties.RaisedVersion, raised.Version.ToString(CultureInfo.InvariantCulture));
            report(Diagnostic.Create(Rules.ReducersChanged, place, properties, state.Key.Name));
        }
    }
}
