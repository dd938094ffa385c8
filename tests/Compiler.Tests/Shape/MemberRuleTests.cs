using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class MemberRuleTests
{
    [Theory]
    [InlineData("[Event(\"a\")] public partial record A([property: WireKey(1)] int X, [{|DAY1100:WireKey(1)|}] int Y);")]
    [InlineData("[Event(\"a\")] public partial record A([WireKey(1)] int X, [WireKey(0)] int Y, int {|DAY1100:Z|});")]
    [InlineData("[Event(\"a\")] public partial record A(int {|DAY1101:X|}); partial record A { public int Y { get; init; } }")]
    [InlineData("public abstract record Base(int X); [Event(\"a\")] public partial record {|DAY1101:A|}(int X, int Y) : Base(X);")]
    [InlineData("[Event(\"a\")] public partial record A([{|DAY1102:WireKey(-1)|}] int X);")]
    [InlineData("[Event(\"a\")] public partial record A([{|DAY1102:WireKey(1024)|}] int X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:object|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:List<Action>|} X);")]
    [InlineData("[Event(\"a\")] public partial record A { public {|DAY1103:IntPtr|} X { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record A { public {|DAY1103:System.Collections.IEnumerable|} X; }")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:int[,,,,]|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:System.Globalization.CultureInfo|} X);")]
    [InlineData("public interface I; [Event(\"a\")] public partial record A({|DAY1114:I|} X);")]
    [InlineData("public abstract class B; [Event(\"a\")] public partial record A({|DAY1114:List<B?>|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:IDisposable|} X);")]
    [InlineData("public record Inner(Action Do); [Event(\"a\")] public partial record A({|DAY1103:Inner|} X);")]
    [InlineData("public record Node<T>(T Value, Node<List<T>>? Next); [Event(\"a\")] public partial record A({|DAY1103:Node<int>|} X);")]
    [InlineData("public class Node<T> { public Node<Pair<T, T>>? Next { get; init; } } public class Pair<X, Y> { public X? A { get; init; } public Y? B { get; init; } } [Event(\"a\")] public partial record A({|DAY1103:Node<int>?|} N);")]
    [InlineData("public record Node<T>(T Value, Node<(T, T)>? Next, Node<List<T>>? Other); [Event(\"a\")] public partial record A({|DAY1103:Node<int>|} X);")]
    [InlineData("public record Node<T>(T Value, Dictionary<string, Node<Dictionary<string, (T, T[], T?, T)>>> Next); [Event(\"a\")] public partial record A(int Y, {|DAY1103:List<Node<string>>|} X);")]
    [InlineData("public class Outer<T> { public class Node { public Outer<(T, T)>.Node? Next { get; init; } } } [Event(\"a\")] public partial record A({|DAY1103:Outer<int>.Node|} X);")]
    [InlineData("public struct Node<T> { public T? Value { get; init; } public Node<(T?, T?)>[]? Next { get; init; } } [Event(\"a\")] public partial record A({|DAY1103:Node<int>?|} X);")]
    [InlineData("[Event(\"a\")] public partial record A { public int {|DAY1104:X|} { get; } }")]
    [InlineData("[Event(\"a\")] public partial record A { private readonly int {|DAY1104:_x|}; }")]
    [InlineData("public class Inner { public int X { get; private set; } } [Event(\"a\")] public partial record A({|DAY1104:Inner|} X);")]
    [InlineData("public class Inner { public Inner(int other) { } public int X { get; set; } } [Event(\"a\")] public partial record A({|DAY1105:Inner|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:dynamic|} X, int Y);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:Lazy<int>|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:Type|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:Delegate|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:nuint|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:System.Linq.ILookup<int, string>|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:System.Text.Json.JsonDocument|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:List<object>[,]|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:(int, int, int, int, int, int, int, int, Action)|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:ValueTuple|} X);")]
    [InlineData("public unsafe struct Inner { public int* Place; } [Event(\"a\")] public partial record A({|DAY1103:Inner|} X);")]
    [InlineData("public class Own : List<int> { public Own(int count) => Count2 = count; public int Count2 { get; } } [Event(\"a\")] public partial record A({|DAY1103:Own|} X);")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A([WireKey(3)] int X) ; partial record A { [WireKey(1)] public int Y { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record A(int X); partial record A { public int Double => X * 2; public static int S { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record A(int X) { public int X { get; init; } = X; private int _y; internal string Z = \"\"; }")]
    [InlineData("public class Inner { public Inner(int x) => X = x; public int X { get; } } [Event(\"a\")] public partial record A(Inner X);")]
    [InlineData("public record Pair<X, Y>(X A, Y B); [Event(\"a\")] public partial record A(Pair<Pair<Pair<Pair<int, int>, Pair<int, int>>, Pair<Pair<int, int>, Pair<int, int>>>, Dictionary<string, Pair<int, Pair<string, List<int?>>>>> X);")]
    [InlineData("public record Node(string Name, List<Node> Children); [Event(\"a\")] public partial record A(Node Root);")]
    [InlineData("public enum E { A } [Event(\"a\")] public partial record A(E? X, Dictionary<E, (int, string?)[]> Y);")]
    [InlineData("public class Own : List<string?> { } [Event(\"a\")] public partial record A(Own X, Own? Y, List<Own> Z);")]
    [InlineData("[Event(\"a\")] public partial record A(string?[,] X, int[]?[,][]? Y, (string?, int?)[,,,] Z);")]
    [InlineData("[Event(\"a\")] public partial record A(Stack<string?> X, PriorityQueue<string?, int?> Y, KeyValuePair<string, string?>? Z, Tuple<string?, int>? W);")]
    [InlineData("[Event(\"a\")] public partial record A((int A, int B, int C, int D, int E, int F, int G, string? H, (int?, Half) I)? X);")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);

    [Fact]
    public async Task A_type_that_grows_is_named_by_its_declaration()
    {
        string message = Assert.Single(await Verifier.MessagesAsync<UnusableDeclarationAnalyzer>("public record Node<T>(Node<(T, T)>? Next); [Daybook.Event(\"a\")] public partial record A(Node<int> X);"));
        Assert.Contains("'Node<T>', which cannot be recorded; use a type that does not contain itself with larger", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("object", "the type that it really is, or 'JsonElement' for free-form data")]
    [InlineData("System.Collections.IList", "a collection that names the type of its elements, such as 'List<T>'")]
    [InlineData("nint", "'long'")]
    [InlineData("System.Lazy<int>", "the value itself")]
    [InlineData("System.Action", "data from which code can be chosen; code itself is no data")]
    [InlineData("int[,,,,]", "an array of at most four dimensions")]
    [InlineData("System.Linq.ILookup<int, int>", "a dictionary of lists")]
    [InlineData("System.Text.Json.Nodes.JsonNode", "'JsonElement'")]
    [InlineData("System.Random", "a supported type, or a record or struct of your own")]
    public async Task Says_what_to_use_instead(string type, string replacement)
    {
        string message = Assert.Single(await Verifier.MessagesAsync<UnusableDeclarationAnalyzer>($"[Daybook.Event(\"a\")] public partial record A({type} X);"));
        Assert.EndsWith($"cannot be recorded; use {replacement}", message, StringComparison.Ordinal);
    }
}
