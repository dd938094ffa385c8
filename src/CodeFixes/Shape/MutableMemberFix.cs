using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Shape;

/// <summary>Makes members of events and states such that they are set while a record is made, and never again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MutableMemberFix : DocumentFix
{
    private const string UseInit = "Use 'init'";
    private const string MakeProperty = "Make it a property with 'init'";
    private const string MakeReadOnly = "Make the struct readonly";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MutableMember];

    private protected override IEnumerable<string> TitlesFor(SyntaxNode node, Diagnostic diagnostic) => node switch
    {
        PropertyDeclarationSyntax => [UseInit],
        VariableDeclaratorSyntax => [MakeProperty],
        RecordDeclarationSyntax => [MakeReadOnly],
        _ => [],
    };

    private protected override async Task<Document?> ChangeAsync(Document document, SyntaxNode node, string title, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return node switch
        {
            PropertyDeclarationSyntax property when SetterOf(property) is { } setter => document.WithSyntaxRoot(root.ReplaceNode(setter, ToInit(setter))),
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } when ToProperty(field) is { } property => document.WithSyntaxRoot(root.ReplaceNode(field, property)),
            RecordDeclarationSyntax record => document.WithSyntaxRoot(root.ReplaceNode(record, record.WithModifiers(AddReadOnly(record.Modifiers)))),
            _ => null,
        };
    }

    private static AccessorDeclarationSyntax? SetterOf(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));

    private static AccessorDeclarationSyntax ToInit(AccessorDeclarationSyntax setter) => SyntaxFactory.AccessorDeclaration(
        SyntaxKind.InitAccessorDeclaration,
        setter.AttributeLists,
        setter.Modifiers,
        SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword),
        setter.Body,
        setter.ExpressionBody,
        setter.SemicolonToken);

    // The property keeps the field's name and place, and so its key.
    private static PropertyDeclarationSyntax? ToProperty(FieldDeclarationSyntax field)
    {
        if (field.Declaration.Variables.Count != 1 || field.Declaration.Type is RefTypeSyntax || field.Modifiers.Any(SyntaxKind.VolatileKeyword) || field.Modifiers.Any(SyntaxKind.FixedKeyword))
        {
            return null;
        }

        VariableDeclaratorSyntax variable = field.Declaration.Variables[0];
        var accessors = (AccessorListSyntax)((PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("int N { get; init; }")!).AccessorList!;
        SyntaxTriviaList end = field.SemicolonToken.TrailingTrivia;
        return variable.Initializer is { } initializer
            ? SyntaxFactory.PropertyDeclaration(
                field.AttributeLists, field.Modifiers, field.Declaration.Type, explicitInterfaceSpecifier: null,
                variable.Identifier, accessors.WithTrailingTrivia(SyntaxFactory.Space), expressionBody: null, initializer, field.SemicolonToken)
            : SyntaxFactory.PropertyDeclaration(
                field.AttributeLists, field.Modifiers, field.Declaration.Type, explicitInterfaceSpecifier: null,
                variable.Identifier.HasTrailingTrivia ? variable.Identifier : variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space), accessors.WithTrailingTrivia(field.SemicolonToken.LeadingTrivia.AddRange(end)), expressionBody: null, initializer: null);
    }

    // 'partial' stays the last one.
    private static SyntaxTokenList AddReadOnly(SyntaxTokenList modifiers)
    {
        int index = modifiers.IndexOf(SyntaxKind.PartialKeyword);
        SyntaxToken added = SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (index < 0)
        {
            return modifiers.Add(added);
        }

        SyntaxToken partial = modifiers[index];
        return modifiers.Replace(partial, partial.WithLeadingTrivia()).Insert(index, added.WithLeadingTrivia(partial.LeadingTrivia));
    }
}
