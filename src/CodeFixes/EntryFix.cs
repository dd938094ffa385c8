using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes;

/// <summary>Adds to a type what others want to have there, all in one edit: none takes the place of another, and none stands there twice.</summary>
public abstract class EntryFix : CodeFixProvider
{
    private protected EntryFix()
    {
    }

    /// <summary>What adding all is called.</summary>
    private protected abstract string TitleOfAll { get; }

    /// <summary>All of a type are added in the order of their names.</summary>
    /// <returns>A provider for documents, projects and the solution.</returns>
    public sealed override FixAllProvider GetFixAllProvider() => new ProjectFixAll(TitleOfAll, AddAllAsync);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.Document.Project;
        foreach (Entry entry in await FindAsync(project, context.Diagnostics[0], context.CancellationToken).ConfigureAwait(false))
        {
            context.RegisterCodeFix(CodeAction.Create(entry.Title, cancellationToken => AddAsync(project, [entry], cancellationToken), entry.Key), context.Diagnostics);
        }
    }

    /// <summary>What a type wants to have in others.</summary>
    private protected abstract IEnumerable<Entry> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken);

    /// <summary>Writes the entries of some types, in their order.</summary>
    private protected abstract TextChange Write(SourceText text, SemanticModel model, TypeDeclarationSyntax place, IReadOnlyList<INamedTypeSymbol> types);

    /// <summary>An attribute of ours as it is written at a place.</summary>
    private protected static string Attribute(SemanticModel model, int position, string name)
    {
        string written = model.Compilation.GetTypeByMetadataName($"Daybook.{name}Attribute")!.ToMinimalDisplayString(model, position);
        return written.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? written.Substring(0, written.Length - nameof(Attribute).Length) : written;
    }

    private protected static string EndOfLine(SourceText text) =>
        text.Lines.Count > 1 ? text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) : "\n";

    private protected static string IndentationAt(SourceText text, int position)
    {
        string line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private async Task<Solution> AddAllAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            entries.AddRange((await FindAsync(project, diagnostic, cancellationToken).ConfigureAwait(false)).Where(entry => string.Equals(entry.Key, key, StringComparison.Ordinal)));
        }

        return await AddAsync(project, entries, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IEnumerable<Entry>> FindAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        project.GetDocument(diagnostic.Location.SourceTree) is { } document
        && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && root.FindNode(diagnostic.Location.SourceSpan) is TypeDeclarationSyntax declaration
        && model.GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol type
            ? Find(type, model.Compilation, cancellationToken).Where(entry => project.GetDocument(entry.Place.SyntaxTree) is not null)
            : [];

    private async Task<Solution> AddAsync(Project project, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        Solution solution = project.Solution;
        foreach (IGrouping<SyntaxTree, Entry> file in entries.GroupBy(entry => entry.Place.SyntaxTree))
        {
            Document document = project.GetDocument(file.Key)!;
            SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            IEnumerable<TextChange> changes = file.GroupBy(entry => entry.Place).Select(place => Write(text, model, place.Key, [.. Sorted(place)]));
            solution = solution.WithDocumentText(document.Id, text.WithChanges(changes.OrderBy(change => change.Span)));
        }

        return solution;
    }

    private static IEnumerable<INamedTypeSymbol> Sorted(IEnumerable<Entry> entries) =>
        entries.Select(entry => entry.Type).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal);
}
