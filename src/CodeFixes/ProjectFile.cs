using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes;

/// <summary>Adds additional files beside the file of a project.</summary>
internal static class ProjectFile
{
    /// <summary>The project with one file more; null for the command line, which fails as a whole when a file is added.</summary>
    public static Project? TryAddFile(this Project project, string name, string text) => project.Solution.Workspace.Kind is WorkspaceKind.MSBuild
        ? null
        : project.AddAdditionalDocument(
            name, SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), filePath: Path.Combine(Path.GetDirectoryName(project.FilePath) ?? "", name)).Project;
}
