using System.Reflection;
using System.Runtime.Loader;
using Daybook.Compiler.Tests.TestKit;
using Daybook.MessagePack;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Interop;

/// <summary>What the generated resolver does, beside a declaration of what it uses of MessagePack-CSharp.</summary>
public class ResolverTests
{
    private static readonly string[] Sources = [Shop.Source, PeerApi.Source, PeerAttributes.Source];

    private static readonly Lazy<Assembly> Program = new(Load);

    [Theory]
    [InlineData("Event", "92a3616461c4020102 ada 0102")]
    [InlineData("StructEvent", "9201ff Moved { X = 1, Y = -1 }")]
    [InlineData("State", "91a3616461 Cart { Customer = ada }")]
    [InlineData("StructState", "9103 Place { X = 3 }")]
    [InlineData("NullableStruct", "9201ff Moved { X = 1, Y = -1 }")]
    [InlineData("NullEvent", "c0 null")]
    [InlineData("NullState", "c0 null")]
    [InlineData("NullStruct", "c0 null")]
    [InlineData("LaterMembers", "Moved { X = 1, Y = 2 }")]
    [InlineData("EarlierMembers", "Opened { Customer = ada, Token =  }")]
    [InlineData("Unknown", "  ")]
    [InlineData("SameFormatter", "True")]
    public void Formatters_write_and_read_the_bytes_of_Daybook(string method, string expected) => Assert.Equal(expected, Run(method));

    [Theory]
    [InlineData("OldSpec", typeof(NotSupportedException))]
    [InlineData("NilForStruct", typeof(MessagePackFormatException))]
    [InlineData("OtherType", typeof(MessagePackFormatException))]
    [InlineData("TooShort", typeof(EndOfStreamException))]
    public void Formatters_refuse(string method, Type exception) => Assert.Throws(exception, () => Run(method));

    [Fact]
    public void The_resolver_compiles_in_the_oldest_language() =>
        TestCompiler.CompileAsOldest(TestCompiler.Generate(Sources), Sources);

    // Composed by hand from its resolvers for objects and unions: a key is a place, a gap is nil, a union is [tag, body].
    [Fact]
    public void A_record_with_the_attributes_of_the_peer_has_the_layout_of_the_peer() => Assert.Equal(
        "95" + "a3616461" + "c0" + "92" + "03" + "93" + "92" + "fe" + "92" + "c0" + "01" + "c0" + "c0" + "c0" + "05"
            + " Noted { Last = 5, Name = ada, Mark = Line { From = Dot { X = 1 }, To =  }, Local = 7 }",
        Run("Attributed"));

    private static string Run(string method)
    {
        try
        {
            return (string)Program.Value.GetType("Program")!.GetMethod(method)!.Invoke(null, null)!;
        }
        catch (TargetInvocationException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    private static Assembly Load()
    {
        Compilation output = TestCompiler.Run(TestCompiler.Compile([.. Sources, ShopProgram.Source])).Output;
        using var image = new MemoryStream();
        Assert.Empty(output.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        image.Position = 0;
        return new AssemblyLoadContext("shop").LoadFromStream(image);
    }
}
