using System.Globalization;
using Daybook.Analyzers.Interop;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Interop;

/// <summary>What is written, and what is said, depends on what the compilation knows of MessagePack-CSharp.</summary>
public class UnknownPeerTests
{
    private const string File = "Daybook.Generated.MessagePack.g.cs";
    private const string Event = "[Daybook.Event(\"a\")] public partial record A(int X);";
    private const string State = "[Daybook.State(\"s\"), Daybook.Records<A>] public partial record S { [Daybook.Reducer] S On(A e) => this; }";

    [Fact]
    public async Task The_interface_of_3_gives_a_resolver_and_no_word()
    {
        Assert.Contains(File, Files(TestCompiler.Compile(Event, PeerApi.Source)));
        Assert.Contains(File, Files(Referring(PeerApi.Source, "MessagePack", "3.1.8.0")));
        Assert.Contains(File, Files(Referring(PeerApi.Source, "MessagePack.Fork", "2.0.0.0")));
        Assert.Empty(await FindAsync(TestCompiler.Compile(Event, PeerApi.Source)));
    }

    [Theory]
    [InlineData("public bool OldSpec { get; set; }", "writer.OldSpec")]
    [InlineData("public class ExcludeFormatterFromSourceGeneratedResolverAttribute : Attribute { }", "[global::MessagePack.Exclude")]
    public void What_the_resolver_can_do_without_is_left_out(string declaration, string use)
    {
        Assert.Contains(use, TestCompiler.Generate(Event, PeerApi.Source)[File], StringComparison.Ordinal);
        Assert.DoesNotContain(use, TestCompiler.Generate(Event, Without(declaration))[File], StringComparison.Ordinal);

        static string Without(string declaration) =>
            PeerApi.Source.Replace(declaration, "", StringComparison.Ordinal).Replace("[AttributeUsage(AttributeTargets.Class)]", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("void Serialize(ref MessagePackWriter writer, T value, ", "void Serialize(ref MessagePackWriter writer, in T value, ")]
    [InlineData("T Deserialize(", "T? Another(); T Deserialize(")]
    [InlineData("public interface IMessagePackFormatter { }", "public interface IMessagePackFormatter { void Another(); }")]
    [InlineData("IMessagePackFormatter<T>? GetFormatter<T>();", "IMessagePackFormatter? GetFormatter<T>();")]
    [InlineData("public void WriteRaw(ReadOnlySpan<byte>", "internal void WriteRaw(ReadOnlySpan<byte>")]
    [InlineData("public ReadOnlySequence<byte> ReadRaw()", "public ReadOnlySequence<byte> ReadNext()")]
    public async Task Another_shape_gives_nothing_and_an_info(string old, string text)
    {
        Assert.Contains(old, PeerApi.Source, StringComparison.Ordinal);
        await AssertUnknownAsync(TestCompiler.Compile(Event, PeerApi.Source.Replace(old, text, StringComparison.Ordinal)), "'Test.Assembly' 0.0.0.0");
    }

    [Fact]
    public async Task Older_versions_give_nothing_and_an_info()
    {
        await AssertUnknownAsync(TestCompiler.Compile(Event, PeerApi.First), "'Test.Assembly' 0.0.0.0");
        await AssertUnknownAsync(Referring(PeerApi.First, "MessagePack", "1.9.11.0"), "'MessagePack' 1.9.11.0");
        await AssertUnknownAsync(Referring(PeerApi.Source, "MessagePack", "2.5.0.0"), "'MessagePack' 2.5.0.0");
    }

    [Fact]
    public async Task A_copy_that_nobody_else_sees_gives_nothing_and_no_word()
    {
        string hidden = PeerApi.Source.Replace("public interface", "internal interface", StringComparison.Ordinal).Replace("public ref struct", "internal ref struct", StringComparison.Ordinal)
            .Replace("public class", "internal class", StringComparison.Ordinal);
        CSharpCompilation compilation = Referring(hidden, "Other", "1.0.0.0");
        Assert.DoesNotContain(File, Files(compilation));
        Assert.Empty(await FindAsync(compilation));
    }

    [Fact]
    public async Task Without_the_library_there_is_nothing_and_no_word()
    {
        Assert.DoesNotContain(File, Files(TestCompiler.Compile(Event, State)));
        Assert.Empty(await FindAsync(TestCompiler.Compile(Event, State)));
    }

    [Fact]
    public async Task Without_events_there_is_nothing_and_no_word()
    {
        Assert.Empty(Files(TestCompiler.Compile(PeerApi.Source)));
        Assert.Empty(await FindAsync(TestCompiler.Compile(PeerApi.First)));
    }

    private static async Task AssertUnknownAsync(CSharpCompilation compilation, string library)
    {
        Assert.DoesNotContain(File, Files(compilation));
        Diagnostic found = Assert.Single(await FindAsync(compilation));
        Assert.Equal("DAY1400", found.Id);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal(Location.None, found.Location);
        Assert.Contains(library, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(CSharpCompilation compilation) => TestCompiler.Generate(compilation).Keys;

    private static Task<IEnumerable<Diagnostic>> FindAsync(CSharpCompilation compilation) => Verifier.FindAsync<UnknownPeerAnalyzer>(TestCompiler.Run(compilation).Output);

    private static CSharpCompilation Referring(string library, string name, string version)
    {
        using var image = new MemoryStream();
        Assert.True(TestCompiler.Compile($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]", library).WithAssemblyName(name).Emit(image).Success);
        return TestCompiler.Compile(Event, State).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
