namespace Daybook.Compiler.Tests.Determinism.Mutation;

/// <summary>What changes states and events, and what only looks like it.</summary>
public class MutationTests
{
    private const string Others = """
        public sealed partial record Test
        {
            public int Count { get; set; }
            public Basket Basket { get; init; } = new();
            public string[] Words { get; init; } = [];
            public List<Basket> Baskets { get; init; } = [];
            public Size Size { get; set; }
        }

        public sealed partial record Happened
        {
            public List<string> Tags { get; init; } = [];
            public Basket? Sent { get; init; }
        }

        public sealed record Basket
        {
            public int Count { get; set; }
            public List<string> Names { get; set; } = [];
            public Basket? Next { get; set; }
            public List<string> Copied => [.. Names];
            public int Total { get => _total; }
            private int _total;
            public void Grow() { Count++; _total++; }
            public Basket Grown() => this with { Count = Count + 1 };
            public int Peek() => Count;
        }

        public struct Size { public int Width { get; set; } public int Height; public void Widen() => Width++; }

        static class Helper
        {
            public static void Add(List<string> names) => names.Add("x");
            public static void AddTo(Basket basket) => basket.Names.Add("x");
            public static void AddFresh(Basket basket) { var copy = basket with { Names = [.. basket.Names] }; copy.Names.Add("x"); }
            public static List<string> NamesOf(Basket basket) => basket.Names;
            public static List<string> CopyOf(Basket basket) => new(basket.Names);
            public static Basket Same(Basket basket) => basket;
            public static Basket Twice(Basket basket) => Same(Same(basket));
            public static Basket Loop(Basket basket, int depth) => depth == 0 ? basket : Loop(basket, depth - 1);
            public static int Read(Basket basket) => basket.Names.Count;
            public static IEnumerable<Basket> Each(Test test) { foreach (Basket basket in test.Baskets) { yield return basket; } }
            public static void Set(ref int value) => value = 1;
            public static void Fill(List<string> target, IEnumerable<string> source) { foreach (string item in source) { target.Add(item); } }
        }
        """;

    [Theory]
    [InlineData("{|DAY2070:Count|} = 1; return this;")]
    [InlineData("{|DAY2070:Count|}++; return this;")]
    [InlineData("{|DAY2070:Count|} += e.Number; return this;")]
    [InlineData("{|DAY2070:this.Basket.Count|} = 1; return this;")]
    [InlineData("{|DAY2070:Basket.Names|} ??= []; return this;")]
    [InlineData("{|DAY2070:Changing.Add(e.Value)|}; return this;")]
    [InlineData("{|DAY2070:Changing[0]|} = e.Value; return this;")]
    [InlineData("{|DAY2070:Changing[^1]|} = e.Value; return this;")]
    [InlineData("{|DAY2070:Map[e.Value]|} = 1; return this;")]
    [InlineData("{|DAY2070:Map[e.Value]|}++; return this;")]
    [InlineData("{|DAY2070:Map.Remove(e.Value)|}; return this;")]
    [InlineData("if (!{|DAY2070:Map.TryAdd(e.Value, 1)|}) { } return this;")]
    [InlineData("{|DAY2070:Words[0]|} = e.Value; return this;")]
    [InlineData("{|DAY2070:Array.Sort(Words, StringComparer.Ordinal)|}; return this;")]
    [InlineData("{|DAY2070:Array.Reverse(Words)|}; return this;")]
    [InlineData("{|DAY2070:Array.Fill(Words, e.Value)|}; return this;")]
    [InlineData("{|DAY2070:Words.AsSpan().Clear()|}; return this;")]
    [InlineData("Span<string> span = Words; {|DAY2070:span[0]|} = e.Value; return this;")]
    [InlineData("{|DAY2070:System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Changing)[0]|} = e.Value; return this;")]
    [InlineData("{|DAY2070:System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Changing).Reverse()|}; return this;")]
    [InlineData("{|DAY2070:Changing.CopyTo(Words)|}; return this;")]
    [InlineData("{|DAY2070:e.Tags.Add(e.Value)|}; return this;")]
    [InlineData("{|DAY2070:e.Sent!.Count|} = 1; return this;")]
    [InlineData("e.Sent?{|DAY2070:.Names.Clear()|}; return this;")]
    [InlineData("var names = Changing; {|DAY2070:names.Add(e.Value)|}; return this with { Changing = names };")]
    [InlineData("var next = this with { Number = 1 }; {|DAY2070:next.Changing.Add(e.Value)|}; return next;")]
    [InlineData("var next = this with { }; {|DAY2070:next.Basket.Count|} = 2; return next;")]
    [InlineData("var all = Baskets.ToList(); {|DAY2070:all[0].Count|} = 1; return this with { Baskets = all };")]
    [InlineData("var all = new List<Basket>(Baskets); {|DAY2070:all[0].Count|} = 1; return this with { Baskets = all };")]
    [InlineData("List<Basket> all = [.. Baskets]; {|DAY2070:all[0].Count|} = 1; return this with { Baskets = all };")]
    [InlineData("foreach (var basket in Baskets) { {|DAY2070:basket.Count|} = 1; } return this;")]
    [InlineData("foreach (var basket in Baskets.Where(b => b.Count > 1)) { {|DAY2070:basket.Count|} = 1; } return this;")]
    [InlineData("{|DAY2070:Baskets.First(b => b.Count > 1).Count|} = 1; return this;")]
    [InlineData("Baskets.ForEach(b => {|DAY2070:b.Count|} = 1); return this;")]
    [InlineData("var odd = from b in Baskets where b.Count > 0 select b; {|DAY2070:odd.Last().Count|} = 1; return this;")]
    [InlineData("var basket = Basket; while (basket.Next is not null) { basket = basket.Next; } {|DAY2070:basket.Next|} = new(); return this;")]
    [InlineData("if (e.Sent is { Names: var names }) { {|DAY2070:names.Add(e.Value)|}; } return this;")]
    [InlineData("if (e.Sent is { } sent) { {|DAY2070:sent.Count|}--; } return this;")]
    [InlineData("var (a, b) = (Basket, 1); {|DAY2070:a.Count|} = b; return this;")]
    [InlineData("({|DAY2070:Basket.Count|}, {|DAY2070:Count|}) = (1, 2); return this;")]
    [InlineData("var names = e.Number > 0 ? Changing : e.Tags; {|DAY2070:names.Add(e.Value)|}; return this;")]
    [InlineData("var names = e.Number switch { 0 => Changing, _ => [] }; {|DAY2070:names.Add(e.Value)|}; return this;")]
    [InlineData("List<string> names = []; if (e.Number > 0) { names = Changing; } {|DAY2070:names.Add(e.Value)|}; return this;")]
    [InlineData("void Add() => {|DAY2070:Changing.Add(e.Value)|}; Add(); return this;")]
    [InlineData("void Add(List<string> names) => {|DAY2070:names.Add(e.Value)|}; Add(Changing); return this;")]
    [InlineData("List<string> Get() => Changing; {|DAY2070:Get().Add(e.Value)|}; return this;")]
    [InlineData("Action add = () => {|DAY2070:Changing.Add(e.Value)|}; add(); return this;")]
    [InlineData("ref string first = ref Words[0]; {|DAY2070:first|} = e.Value; return this;")]
    [InlineData("var names = new List<List<string>>(); names.Add(Changing); {|DAY2070:names[0].Add(e.Value)|}; return this;")]
    [InlineData("var basket = new Basket { Names = Changing }; {|DAY2070:basket.Names.Add(e.Value)|}; return this;")]
    [InlineData("var basket = new Basket(); basket.Names = Changing; {|DAY2070:basket.Names.Add(e.Value)|}; return this;")]
    [InlineData("{|DAY2070:((IList<string>)Changing).Add(e.Value)|}; return this;")]
    [InlineData("{|DAY2070:Size|} = new Size(); return this;")]
    public async Task Is_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Others);

    [Theory]
    [InlineData("{|DAY2070:Helper.Add(Changing)|}; return this;")]
    [InlineData("{|DAY2070:Helper.AddTo(Basket)|}; return this;")]
    [InlineData("{|DAY2070:Helper.AddTo(Basket with { Count = 1 })|}; return this;")]
    [InlineData("{|DAY2070:Helper.NamesOf(Basket).Add(e.Value)|}; return this;")]
    [InlineData("{|DAY2070:Helper.Same(Basket).Count|} = 1; return this;")]
    [InlineData("{|DAY2070:Helper.Twice(Basket).Count|} = 1; return this;")]
    [InlineData("{|DAY2070:Helper.Loop(Basket, 3).Count|} = 1; return this;")]
    [InlineData("{|DAY2070:Helper.Same(Basket).Names.Add(e.Value)|}; return this;")]
    [InlineData("{|DAY2070:Helper.Add(Helper.NamesOf(Basket))|}; return this;")]
    [InlineData("foreach (var basket in Helper.Each(this)) { {|DAY2070:basket.Count|} = 1; } return this;")]
    [InlineData("{|DAY2070:Basket.Grow()|}; return this;")]
    [InlineData("foreach (var basket in Baskets) { {|DAY2070:basket.Grow()|}; } return this;")]
    [InlineData("Action grow = {|DAY2070:Basket.Grow|}; grow(); return this;")]
    [InlineData("{|DAY2070:Helper.Fill(Changing, e.Tags)|}; return this;")]
    [InlineData("var next = this with { }; {|DAY2070:Helper.Add(next.Changing)|}; return next;")]
    public async Task Is_followed(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Others);

    [Theory]
    [InlineData("var names = new List<string>(); names.Add(e.Value); return this with { Changing = names };")]
    [InlineData("var names = Changing.ToList(); names.Add(e.Value); return this with { Changing = names };")]
    [InlineData("var names = new List<string>(Changing); names[0] = e.Value; return this with { Changing = names };")]
    [InlineData("List<string> names = [.. Changing]; names.Add(e.Value); return this with { Changing = names };")]
    [InlineData("List<string> names = [.. Changing, e.Value]; names.Reverse(); return this with { Changing = names };")]
    [InlineData("var words = Words.ToArray(); words[0] = e.Value; return this with { Words = words };")]
    [InlineData("var words = (string[])Words.Clone(); words[0] = e.Value; return this with { Words = words };")]
    [InlineData("var map = new Dictionary<string, int>(Map) { [e.Value] = 1 }; map.Remove(\"x\"); return this with { Map = map };")]
    [InlineData("var names = Names.ToBuilder(); names.Add(e.Value); return this with { Names = names.ToImmutable() };")]
    [InlineData("var names = ImmutableList.CreateBuilder<string>(); names.AddRange(Changing); return this with { Names = names.ToImmutable() };")]
    [InlineData("return this with { Names = Names.Add(e.Value), Counts = Counts.SetItem(e.Value, 1) };")]
    [InlineData("return this with { Count = 1, Size = new Size { Width = 1 } };")]
    [InlineData("var next = this with { Number = 1 }; next.Count = 2; return next;")]
    [InlineData("var next = this with { Changing = [.. Changing] }; next.Changing.Add(e.Value); return next;")]
    [InlineData("var next = this with { Basket = Basket with { Names = new(Basket.Names) } }; next.Basket.Names.Add(e.Value); next.Basket.Count = 1; return next;")]
    [InlineData("var basket = Basket with { }; basket.Names = [.. basket.Names]; basket.Names.Add(e.Value); return this with { Basket = basket };")]
    [InlineData("var names = Changing; names = names.ToList(); names.Add(e.Value); return this with { Changing = names };")]
    [InlineData("var all = Baskets.Select(b => b with { Count = 0 }).ToList(); all[0].Count = 1; return this with { Baskets = all };")]
    [InlineData("var all = Baskets.ConvertAll(b => new Basket { Count = b.Count }); foreach (var b in all) { b.Count++; } return this with { Baskets = all };")]
    [InlineData("var names = Baskets.Aggregate(new List<string>(), (all, b) => { all.AddRange(b.Names); return all; }); names.Add(e.Value); return this with { Changing = names };")]
    [InlineData("var size = Size; size.Width = 1; size.Height = 2; size.Widen(); return this with { Size = size };")]
    [InlineData("var basket = new Basket { Names = { e.Value }, Count = 2 }; basket.Grow(); return this with { Basket = basket };")]
    [InlineData("var basket = Basket.Grown(); basket.Count = 5; return this with { Basket = basket };")]
    [InlineData("Basket.Copied.Add(e.Value); return this with { Number = Basket.Peek() };")]
    [InlineData("Helper.CopyOf(Basket).Add(e.Value); return this;")]
    [InlineData("Helper.AddFresh(Basket); return this with { Number = Helper.Read(Basket) };")]
    [InlineData("var names = new List<string>(); Helper.Add(names); Helper.Fill(names, Changing); return this with { Changing = names };")]
    [InlineData("Helper.AddTo(new Basket()); return this;")]
    [InlineData("int value = 1; Helper.Set(ref value); Map.TryGetValue(e.Value, out value); return this with { Number = value };")]
    [InlineData("int sum = 0; foreach (var basket in Baskets) { sum += basket.Count; } Baskets.ForEach(b => sum += b.Count); return this with { Number = sum };")]
    [InlineData("var text = new System.Text.StringBuilder(Text); text.Append(e.Value).Append('x').Insert(0, 'y'); return this with { Text = text.ToString() };")]
    [InlineData("void Never() => Changing.Add(e.Value); return this;")]
    [InlineData("e = e with { Tags = [.. e.Tags] }; e.Tags.Add(\"x\"); return this with { Changing = e.Tags };")]
    [InlineData("var seen = new HashSet<string>(Changing); return this with { Changing = [.. e.Tags.Where(seen.Add)] };")]
    [InlineData("Span<int> span = stackalloc int[2]; span[0] = 1; span.Fill(3); return this with { Number = span[1] };")]
    [InlineData("Span<string> span = Words.ToArray(); span[0] = e.Value; Words.CopyTo(span); return this;")]
    [InlineData("var queue = new Queue<Basket>(Baskets); while (queue.TryDequeue(out var basket)) { _ = basket.Count; } return this;")]
    [InlineData("var groups = Baskets.GroupBy(b => b.Count).ToDictionary(g => g.Key, g => g.ToList()); groups[0] = []; groups[1].Clear(); return this;")]
    [InlineData("var (a, b) = (new Basket(), 1); a.Count = b; return this;")]
    [InlineData("var pair = (Names: new List<string>(), Count: 1); pair.Count = 2; pair.Names.Add(e.Value); return this;")]
    [InlineData("var names = Changing.GetRange(0, 1); names.Clear(); names = Changing.FindAll(n => n == \"\"); names.Clear(); return this;")]
    public async Task Is_left_alone(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Others);

    [Theory]
    [InlineData("Changing.Add(e.Value); return this;", "List<string>.Add' is not deterministic (MUTATE): it changes an object that the member was given, and that others still hold; use a copy or an immutable collection; path: On(Happened) → List<string>.Add")]
    [InlineData("Map[e.Value] = 1; return this;", "Dictionary<string, int>.this[]' is not deterministic (MUTATE): it changes an object that the member was given, and that others still hold; use a copy or an immutable collection; path: On(Happened) → Dictionary<string, int>.this[]")]
    [InlineData("Count = 1; return this;", "Test.Count' is not deterministic (MUTATE): it changes an object that the member was given, and that others still hold; use 'with'; path: On(Happened) → Test.Count")]
    [InlineData("Helper.Twice(Basket).Count = 1; return this;", "Basket.Count' is not deterministic (MUTATE): it changes an object that the member was given, and that others still hold; use 'with'; path: On(Happened) → Basket.Count")]
    [InlineData("Helper.AddTo(Basket); return this;", "List<string>.Add' is not deterministic (MUTATE): it changes an object that the member was given, and that others still hold; use a copy or an immutable collection; path: On(Happened) → Helper.AddTo → List<string>.Add")]
    public async Task The_message_says_what_changes(string body, string message) => Assert.Equal(["'" + message], await DeterminismVerifier.MessagesAsync(body, Others));

    [Theory]
    [InlineData("return this with { Number = new Helper(Changing).Count };", "sealed class Helper { public int Count { get; set; } readonly List<string> _names; public Helper(List<string> names) { _names = names; _names = [.. _names]; Count = 1; _names.Add(\"x\"); } }")]
    [InlineData("var helper = new Helper(Changing); helper.Names.Add(e.Value); return this;", "sealed class Helper { public List<string> Names { get; } public Helper(IEnumerable<string> names) => Names = names.ToList(); }")]
    [InlineData("var helper = new Helper(Changing); {|DAY2070:helper.Names.Add(e.Value)|}; return this;", "sealed class Helper { public List<string> Names { get; } public Helper(List<string> names) => Names = names; }")]
    [InlineData("var helper = new Helper(Changing); {|DAY2070:helper.Names.Add(e.Value)|}; return this;", "sealed record Helper(List<string> Names);")]
    [InlineData("var helper = new Helper(Changing); {|DAY2070:helper.Names.Add(e.Value)|}; return this;", "sealed record Helper(List<string> Given) { public List<string> Names { get; } = Given; }")]
    [InlineData("var helper = new Helper(Changing); helper.Add(e.Value); return this;", "sealed class Helper(IEnumerable<string> names) { private readonly List<string> _names = [.. names]; public void Add(string name) => _names.Add(name); }")]
    [InlineData("var helper = new Helper(Changing); {|DAY2070:helper.Add(e.Value)|}; return this;", "sealed class Helper(List<string> names) { private readonly List<string> _names = names; public void Add(string name) => _names.Add(name); }")]
    [InlineData("var helper = new Helper(Changing); {|DAY2070:helper.Add(e.Value)|}; return this;", "sealed class Helper(List<string> names) { public void Add(string name) => names.Add(name); }")]
    [InlineData("var helper = new Helper(Changing); {|DAY2070:helper.Add(e.Value)|}; return this;", "sealed class Helper(List<string> names) : Keeper(names); class Keeper { readonly List<string> _names; protected Keeper(List<string> names) => _names = names; public void Add(string name) => _names.Add(name); }")]
    [InlineData("var helper = {|DAY2070:new Helper(Changing)|}; return this;", "sealed class Helper(List<string> names) { private readonly int _count = Clear(names); private static int Clear(List<string> all) { all.Clear(); return 0; } }")]
    [InlineData("var helper = {|DAY2070:new Helper(Changing)|}; return this;", "sealed class Helper { public Helper(List<string> names) => names.Clear(); }")]
    [InlineData("var helper = new Helper(Changing); {|DAY2070:helper.Add(e.Value)|}; return this;", "sealed class Helper { readonly List<string> _names; public Helper(List<string> names) => _names = names; public void Add(string name) => _names.Add(name); }")]
    [InlineData("IHelper helper = new Helper(); {|DAY2070:helper.Add(Changing)|}; return this;", "interface IHelper { void Add(List<string> names); } sealed class Helper : IHelper { public void Add(List<string> names) => names.Add(\"x\"); }")]
    [InlineData("Helper.Add(Changing); return this;", "static class Helper { [Deterministic(\"a cache\")] public static void Add(List<string> names) => names.Add(\"x\"); }")]
    [InlineData("Helper.Add(Changing); return this;", "static class Helper { [Deterministic] public static void Add(List<string> names) => {|DAY2070:names.Add(\"x\")|}; }")]
    [InlineData("return this;", "public partial record Old([property: WireKey(0)] int Count) { [Deterministic] public Old Next() { {|DAY2070:Seen|} = 1; return this; } public int Seen { get; set; } }")]
    [InlineData("{|DAY2070:Pile.Push(1)|}; return this;", "public sealed partial record Test { [WireIgnore] public Stack<int> Pile { get; init; } = new(); }")]
    [InlineData("{|DAY2070:_log.Append(e.Value)|}; return this;", "public sealed partial record Test { [WireIgnore] private readonly System.Text.StringBuilder _log = new(); }")]
    public async Task Other_members_are_followed(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
