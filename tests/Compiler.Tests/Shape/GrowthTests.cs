using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class GrowthTests
{
    [Theory]
    [InlineData("this with { Text = {|DAY1220:Text + e.Text|} }")]
    [InlineData("this with { Text = ({|DAY1220:Text + \"\\n\" + e.Text|}) }")]
    [InlineData("this with { Text = {|DAY1220:e.Text + Text|} }")]
    [InlineData("this with { Text = {|DAY1220:this.Text + e.N|} }")]
    [InlineData("this with { Text = {|DAY1220:$\"{Text}{e.Text}\"|} }")]
    [InlineData("this with { Text = {|DAY1220:string.Concat(Text, e.Text)|} }")]
    [InlineData("this with { Text = {|DAY1220:string.Concat(Text, e.Text, Text, e.Text, e.Text)|} }")]
    [InlineData("this with { Text = {|DAY1220:string.Join(\"\\n\", Text, e.Text)|} }")]
    [InlineData("this with { Text = {|DAY1220:Text.Insert(0, e.Text)|} }")]
    [InlineData("this with { Note = {|DAY1220:(Note ?? \"\") + e.Text|} }")]
    [InlineData("this with { Note = {|DAY1220:Note + e.Text|} }")]
    [InlineData("e.N > 0 ? this with { Text = {|DAY1220:Text + e.Text|} } : this")]
    [InlineData("this with { Text = e.N > 0 ? {|DAY1220:Text + e.Text|} : Text }")]
    [InlineData("this with { Text = e.N switch { 0 => Text, _ => {|DAY1220:Text + e.Text|} } }")]
    [InlineData("new S { Text = {|DAY1220:Text + e.Text|} }")]
    [InlineData("this with { Part = Part with { Text = {|DAY1220:Part.Text + e.Text|} } }")]
    [InlineData("this with { Part = new({|DAY1220:Part.Text + e.Text|}) }")]
    [InlineData("this with { Array = {|DAY1220:[.. Array, e.N]|} }")]
    [InlineData("this with { Array = {|DAY1220:[e.N, .. Array]|} }")]
    [InlineData("this with { List = {|DAY1220:[.. List, e.N, e.N]|} }")]
    [InlineData("this with { ReadOnly = {|DAY1220:[.. ReadOnly, e.N]|} }")]
    [InlineData("this with { Tree = {|DAY1220:[.. Tree, e.N]|} }")]
    [InlineData("this with { Appendable = {|DAY1220:[.. Appendable, e.N]|} }")]
    [InlineData("this with { Array = {|DAY1220:Array.Append(e.N).ToArray()|} }")]
    [InlineData("this with { Array = {|DAY1220:Array.Append(e.N).Append(e.N).ToArray()|} }")]
    [InlineData("this with { List = {|DAY1220:List.Concat(e.Numbers).ToList()|} }")]
    [InlineData("this with { List = {|DAY1220:e.Numbers.Concat(List).ToList()|} }")]
    [InlineData("this with { List = {|DAY1220:Enumerable.Prepend(List, e.N).ToList()|} }")]
    [InlineData("this with { List = {|DAY1220:new List<int>(List) { e.N }|} }")]
    [InlineData("this with { List = {|DAY1220:new(List.Append(e.N))|} }")]
    [InlineData("this with { Items = {|DAY1220:Items.Add(e.N)|} }")]
    [InlineData("this with { Items = {|DAY1220:Items.AddRange(e.Numbers)|} }")]
    [InlineData("this with { Items = {|DAY1220:Items.Insert(0, e.N)|} }")]
    [InlineData("this with { Items = {|DAY1220:Items.Append(e.N).ToImmutableArray()|} }")]
    [InlineData("this with { Items = {|DAY1220:ImmutableArray.CreateRange(Items.Append(e.N))|} }")]
    public Task Finds(string value) => VerifyAsync($"[Reducer] S On(X e) => {value};");

    [Theory]
    [InlineData("this with { Text = e.Text }")]
    [InlineData("this with { Text = e.Text + e.N }")]
    [InlineData("this with { Text = Note + e.Text }")]
    [InlineData("this with { Text = $\"{e.Text}, {e.N}\" }")]
    [InlineData("this with { Text = Text.Trim() }")]
    [InlineData("this with { Text = Text.Replace(\"a\", e.Text) }")]
    [InlineData("this with { Text = string.Join(\",\", Text.Length, e.N) }")]
    [InlineData("this with { Text = Text }")]
    [InlineData("this with { N = N + e.N }")]
    [InlineData("this with { Growing = Growing + e.Text }")]
    [InlineData("this with { Growing = Growing.Append(e.Text) }")]
    [InlineData("this with { Appendable = Appendable.Append(e.N) }")]
    [InlineData("this with { Tree = Tree.Add(e.N) }")]
    [InlineData("this with { Array = [.. e.Numbers, e.N] }")]
    [InlineData("this with { Array = [.. Array] }")]
    [InlineData("this with { Array = [.. Array.TakeLast(9), e.N] }")]
    [InlineData("this with { Array = [.. List, e.N] }")]
    [InlineData("this with { Array = Array.Select(n => n + e.N).ToArray() }")]
    [InlineData("this with { List = new(List) }")]
    [InlineData("this with { Set = [.. Set, e.Text] }")]
    [InlineData("this with { Set = Set.Add(e.Text) }")]
    [InlineData("this with { Items = Items.Remove(e.N) }")]
    [InlineData("this with { Items = Items.SetItem(0, e.N) }")]
    [InlineData("this with { Items = e.Part.Numbers.Add(e.N) }")]
    [InlineData("this with { Part = e.Part with { Text = e.Part.Text + e.Text } }")]
    public Task Accepts(string value) => VerifyAsync($"[Reducer] S On(X e) => {value};");

    [Theory]
    [InlineData("[Reducer] static S On(S s, X e) => s with { Text = {|DAY1220:s.Text + e.Text|} };")]
    [InlineData("[Reducer] S On(X e) { return this with { Text = {|DAY1220:Text + e.Text|}, Items = {|DAY1220:Items.Add(e.N)|} }; }")]
    [InlineData("[Reducer] S On(X e) { S next = this with { N = e.N }; return next with { Text = {|DAY1220:next.Text + e.Text|} }; }")]
    [InlineData("[Reducer] S On(X e) { return Next(); S Next() => this with { Text = {|DAY1220:Text + e.Text|} }; }")]
    [InlineData("[Reducer] S On(X e) => With(e); S With(X e) => this with { Text = Text + e.Text };")]
    [InlineData("[Reducer] S On(X e) => this with { N = e.N }; S Other(X e) => this with { Text = Text + e.Text };")]
    public Task Looks_at_reducers(string members) => VerifyAsync(members);

    [Fact]
    public Task Finds_what_a_constructor_is_given() => Verifier.VerifyAsync<ReducerAnalyzer>(
        "[Event(\"x\")] public partial record X(string Text); [State(\"s\")] public partial record S(string Text = \"\", int N = 0) { [Reducer] S On(X e) => new({|DAY1220:Text + e.Text|}, N + 1); }");

    private static Task VerifyAsync(string members) => Verifier.VerifyAsync<ReducerAnalyzer>(
        "using System.Collections.Immutable; using System.Linq; public record Part(string Text = \"\") { public ImmutableArray<int> Numbers { get; init; } = []; } "
        + "[Event(\"x\")] public partial record X(int N, string Text, int[] Numbers, Part Part); [State(\"s\")] public partial record S { public string Text { get; init; } = \"\"; public string? Note { get; init; } "
        + "public int N { get; init; } public int[] Array { get; init; } = []; public List<int> List { get; init; } = []; public IReadOnlyList<int> ReadOnly { get; init; } = []; public ImmutableList<int> Tree { get; init; } = []; "
        + "public ImmutableArray<int> Items { get; init; } = []; public ImmutableHashSet<string> Set { get; init; } = []; public AppendableText Growing { get; init; } public AppendableList<int> Appendable { get; init; } "
        + $"public Part Part {{ get; init; }} = new(); {members} }}");
}
