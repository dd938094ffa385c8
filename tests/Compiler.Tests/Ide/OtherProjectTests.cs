using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Ide;

/// <summary>An editor sees another project's sources, a build its compiled assembly: both say the same.</summary>
public class OtherProjectTests
{
    [Theory]
    [InlineData("public sealed class Account(string owner) { private readonly string _display = owner; public string Owner { get; } = owner; public string Display => _display; }")]
    [InlineData("public sealed class Account(string owner) { internal readonly int length = owner.Length; public string Owner { get; } = owner; }")]
    public async Task Members_that_a_compiled_class_does_not_show_do_not_count(string account)
    {
        CSharpCompilation library = TestCompiler.Compile(account).WithAssemblyName("Library");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        Assert.Equal(await SourcesAsync(MetadataReference.CreateFromImage(image.ToArray())), await SourcesAsync(library.ToMetadataReference()));
    }

    private static async Task<string> SourcesAsync(MetadataReference library)
    {
        CSharpCompilation program = TestCompiler.Compile("[Daybook.Event(\"opened\")] public partial record Opened(Account Account);").AddReferences(library);
        (IReadOnlyDictionary<string, string> files, Compilation output) = TestCompiler.Run(program);
        Assert.Empty(await Verifier.FindAsync<UnusableDeclarationAnalyzer>(output));
        return string.Join('\n', files.Values);
    }
}
