using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.Determinism.Database;

/// <summary>An additional file of a project.</summary>
internal sealed class TextFile(string name, string text) : AdditionalText
{
    public override string Path => $"/project/{name}";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
