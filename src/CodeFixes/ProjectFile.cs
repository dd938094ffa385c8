using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes;

/// <summary>Adds additional files beside the file of a project.</summary>
internal static class ProjectFile
{
    public static Project AddFile(this Project project, string name, string text) => project.AddAdditionalDocument(
        name, SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), filePath: Path.Combine(Path.GetDirectoryName(project.FilePath) ?? "", name)).Project;
}
