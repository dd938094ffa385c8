using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes.Schema;

/// <summary>Accepts what recorded events do not survive, for events that nobody has recorded yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class AcceptBreakingChangeFix() : AcceptFix(Title)
{
    private const string Title = "Accept the breaking change: what was recorded before will not be read";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.KeyChanged, RuleIds.MembersReordered, RuleIds.TypeChanged, RuleIds.MadeRequired, RuleIds.AddedWithoutDefault, RuleIds.InsertedMember,
        RuleIds.MemberRemoved, RuleIds.ConstantChanged, RuleIds.CaseChanged, RuleIds.EventRemoved, RuleIds.EventRenamed,
    ];

    /// <summary>None: it accepts that an event's schema changed; what breaks is accepted one by one, and never by a tool that fixes all there is.</summary>
    /// <returns>Null.</returns>
    public override FixAllProvider? GetFixAllProvider() => null;
}
