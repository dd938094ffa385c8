using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes.Schema;

/// <summary>Accepts what recorded events survive, one by one or all at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class AcceptAdditionFix() : AcceptFix(Title)
{
    private const string Title = $"Accept in {LockText.FileName}";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.MemberAdded, RuleIds.TypeWidened, RuleIds.Renamed, RuleIds.DefaultChanged, RuleIds.ValueAdded,
        RuleIds.NotInFile, RuleIds.StateVersionRaised, RuleIds.StateRemoved, RuleIds.WrittenDifferently,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new ProjectFixAll(Title, static (project, diagnostics, _, cancellationToken) =>
        project.Solution.EditLockAsync(project.Id, [.. diagnostics.Select(diagnostic => LockEdit.Find(diagnostic.Properties)).OfType<LockEdit>()], cancellationToken));
}
