using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class MutableCollectionTests
{
    private const string Usings = "using System.Collections.Immutable; using System.Collections.Concurrent; using System.Collections.ObjectModel; using System.Text; ";
    private const string Event = "[Event(\"x\")] public partial record X(int N); ";

    [Theory]
    [InlineData("List<int>")]
    [InlineData("List<int>?")]
    [InlineData("IList<int>")]
    [InlineData("ICollection<int>")]
    [InlineData("LinkedList<int>")]
    [InlineData("Collection<int>")]
    [InlineData("ObservableCollection<int>")]
    [InlineData("ConcurrentBag<int>")]
    [InlineData("Queue<int>")]
    [InlineData("Stack<int>")]
    [InlineData("ConcurrentQueue<int>")]
    [InlineData("HashSet<string>")]
    [InlineData("ISet<string>")]
    [InlineData("SortedSet<string>")]
    [InlineData("Dictionary<string, int>")]
    [InlineData("IDictionary<string, int>")]
    [InlineData("ConcurrentDictionary<string, int>")]
    [InlineData("SortedDictionary<string, int>")]
    [InlineData("SortedList<string, int>")]
    [InlineData("OrderedDictionary<string, int>")]
    [InlineData("PriorityQueue<string, int>")]
    [InlineData("System.Collections.BitArray")]
    [InlineData("StringBuilder")]
    [InlineData("ImmutableArray<List<int>>")]
    [InlineData("IReadOnlyList<Dictionary<string, int>>")]
    [InlineData("(int, List<int>)")]
    public Task Finds_what_can_be_changed(string type) => VerifyAsync(
        $"[State(\"s\")] public partial record S {{ public {type}? {{|DAY1215:Items|}} {{ get; init; }} [Reducer] S On(X e) => this with {{ }}; }} [Event(\"a\")] public partial record A({type} {{|DAY1216:Items|}});".Replace("??", "?", StringComparison.Ordinal));

    [Theory]
    [InlineData("ImmutableArray<int>")]
    [InlineData("ImmutableList<int>")]
    [InlineData("ImmutableDictionary<string, int>")]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("IReadOnlyDictionary<string, int>")]
    [InlineData("IReadOnlySet<string>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("ReadOnlyCollection<int>")]
    [InlineData("AppendableList<int>")]
    [InlineData("AppendableText")]
    [InlineData("byte[]")]
    [InlineData("byte[][]", "{|DAY1216:Items|}")]
    [InlineData("ReadOnlyMemory<byte>")]
    [InlineData("string")]
    [InlineData("int[]", "{|DAY1216:Items|}")]
    [InlineData("int[,]", "{|DAY1216:Items|}")]
    [InlineData("ImmutableArray<int[]>", "{|DAY1216:Items|}")]
    public Task Accepts_what_cannot(string type, string ofState = "Items") => VerifyAsync(
        $"[State(\"s\")] public partial record S {{ public {type}? {ofState} {{ get; init; }} [Reducer] S On(X e) => this with {{ }}; }} [Event(\"a\")] public partial record A({type} Items);");

    [Theory]
    [InlineData("[State(\"s\")] public partial record S { private readonly List<int> {|DAY1215:items|} = []; public S(List<int>? items = null) => this.items = items ?? []; [Reducer] S On(X e) => this with { }; }")]
    [InlineData("[State(\"s\")] public partial record S { [WireIgnore] public List<int> {|DAY1215:Cache|} { get; init; } = []; [Reducer] S On(X e) => this with { }; }")]
    [InlineData("[State(\"s\")] public partial record S(List<int>? {|DAY1215:Items|} = null) { [Reducer] S On(X e) => this with { }; }")]
    [InlineData("public class Tags : List<string>; [State(\"s\")] public partial record S { public Tags {|DAY1215:Items|} { get; init; } = []; [Reducer] S On(X e) => this with { }; }")]
    [InlineData("[Event(\"a\")] public partial record A { public List<int> Doubled => []; public int N { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record A(int N) { public static readonly List<int> All = []; }")]
    [InlineData("public record Line(List<int> Items); [Event(\"a\")] public partial record A(Line Line);")]
    [InlineData("public record Line(List<int> Items);")]
    public Task Looks_at_what_is_held(string markup) => VerifyAsync(markup);

    [Fact]
    public async Task Says_what_to_use() => Assert.Equal(
        [
            "'Items' of the event 'A' is of type 'List<int>', which can be changed in place; use ImmutableArray",
            "'Items' of the state 'S' is of type 'List<int>?', which a reducer can change in place; use AppendableList or ImmutableList",
            "'Rows' of the state 'S' is of type 'int[]?', which can be changed in place; use ImmutableArray",
            "'Tags' of the state 'S' is of type 'OrderedDictionary<int, int>?', which a reducer can change in place; use an immutable collection",
        ],
        (await Verifier.MessagesAsync<RecordedMemberAnalyzer>(
            "using Daybook; using System.Collections.Generic; [State(\"s\")] public partial record S { public List<int>? Items { get; init; } public OrderedDictionary<int, int>? Tags { get; init; } "
            + "public int[]? Rows { get; init; } [Reducer] S On(A e) => new(); } [Event(\"a\")] public partial record A(List<int> Items);")).Order(StringComparer.Ordinal));

    private static Task VerifyAsync(string markup) => Verifier.VerifyAsync<RecordedMemberAnalyzer>(Usings + Event + markup);
}
