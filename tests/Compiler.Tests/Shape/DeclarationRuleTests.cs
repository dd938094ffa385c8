using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class DeclarationRuleTests
{
    [Theory]
    [InlineData("[Event(\"a\")] public record {|DAY1000:A|}(int X);")]
    [InlineData("class Outer { [Event(\"a\")] public partial record {|DAY1001:A|}(int X); }")]
    [InlineData("[Event(\"a\")] public partial class {|DAY1002:A|} { public int X { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record {|DAY1003:A|}<T>(int X);")]
    [InlineData("partial class Outer<T> { [Event(\"a\")] public partial record {|DAY1003:A|}(int X); }")]
    [InlineData("[Event(\"a\")] file partial record {|DAY1004:A|}(int X);")]
    [InlineData("[Event(\"a\")] public abstract partial record {|DAY1005:A|}(int X);")]
    [InlineData("[Event({|DAY1006:\"\"|})] public partial record A(int X);")]
    [InlineData("[Event({|DAY1006:\"a b\"|})] public partial record A(int X);")]
    [InlineData("[Event({|DAY1006:\"a..b\"|})] public partial record A(int X);")]
    [InlineData("[Event({|DAY1006:\"\u00e4\"|})] public partial record A(int X);")]
    [InlineData("[Event({|DAY1006:null!|})] public partial record A(int X);")]
    [InlineData("[Event(\"a\", {|DAY1007:Version = 0|})] public partial record A(int X);")]
    [InlineData("[Event(\"a\"), State(\"b\")] public partial record {|DAY1008:A|}(int X);")]
    [InlineData("[Event(\"a\")] public partial record A(int X); [Event(\"b\")] public partial record {|DAY1009:B|}(int X) : A(X);")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(int X);")]
    [InlineData("[Event(\"Cart.item-added_2\", Version = 3)] internal sealed partial record class A;")]
    [InlineData("[Event(\"a\")] public readonly partial record struct A(int X);")]
    [InlineData("partial class Outer { partial struct Inner { partial interface Deep { [Event(\"a\")] public partial record A(int X); } } }")]
    [InlineData("partial class Outer { [Event(\"a\")] private partial record A(int X); }")]
    [InlineData("public abstract record Base; [Event(\"a\")] public partial record A(int X) : Base;")]
    [InlineData("public record NotOurs<T>(T X);")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A; [{|DAY1010:Event(\"a\")|}] public partial record B;")]
    [InlineData("[Event(\"a\")] public partial record A; [{|DAY1010:Event(\"a\", Version = 1)|}] public partial record B;")]
    [InlineData("[Event(\"a\")] public partial record A; [Event(\"a\", Version = 2)] public partial record B; [Event(\"b\")] public partial record C;")]
    public Task Names_are_unique(string markup) => Verifier.VerifyAsync<DuplicateEventNameAnalyzer>(markup);
}
