using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes.Schema;

/// <summary>The schema file as a document of a project.</summary>
internal static class LockDocument
{
    public static TextDocument? FindLock(this Project project) =>
        project.AdditionalDocuments.FirstOrDefault(document => string.Equals(Path.GetFileName(document.FilePath ?? document.Name), LockText.FileName, StringComparison.Ordinal));

    /// <summary>Edits the schema file of a project; the solution stays what it is where there is none, or nothing to change in it.</summary>
    public static async Task<Solution> EditLockAsync(this Solution solution, ProjectId projectId, IEnumerable<LockEdit> edits, CancellationToken cancellationToken)
    {
        if (solution.GetProject(projectId)?.FindLock() is not { } document)
        {
            return solution;
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string before = text.ToString();
        string after = LockText.Apply(before, edits);
        return string.Equals(before, after, StringComparison.Ordinal)
            ? solution
            : solution.WithAdditionalDocumentText(document.Id, SourceText.From(after, text.Encoding ?? new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
    }
}
