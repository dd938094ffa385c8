namespace Daybook.Compiler.Tests.Determinism.Mutation;

/// <summary>Static members that change, and those that only look like it.</summary>
public class StaticTests
{
    [Theory]
    [InlineData("{|DAY2060:Helper.Count|}++; return this;", "static class Helper { public static int Count; }")]
    [InlineData("{|DAY2060:Helper.Count|} = 1; return this;", "static class Helper { public static int Count; }")]
    [InlineData("{|DAY2060:Helper.Count|} += 1; return this;", "static class Helper { public static int Count { get; set; } }")]
    [InlineData("{|DAY2060:Helper.Name|} ??= e.Value; return this;", "static class Helper { public static string? Name; }")]
    [InlineData("Helper.Set(ref {|DAY2060:Helper.Count|}); return this;", "static class Helper { public static int Count; public static void Set(ref int count) => count = 1; }")]
    [InlineData("(_, {|DAY2060:Helper.Count|}) = (1, 2); return this;", "static class Helper { public static int Count; }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Count|} };", "static class Helper { public static int Count; }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Count|} };", "static class Helper { public static int Count { get; set; } }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Count|} };", "static class Helper { public static int Count { get; private set; } }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Next()|} };", "static class Helper { static int _count; public static int Next() => ++_count; }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Count|} };", "static class Helper { static int _count; public static int Count => _count; }")]
    [InlineData("{|DAY2060:Helper.Changed|} += () => { }; return this;", "static class Helper { public static event Action? Changed; }")]
    [InlineData("{|DAY2060:Helper.Raise()|}; return this;", "static class Helper { public static event Action? Changed; public static void Raise() => _ = Changed is null; }")]
    [InlineData("return this with { Number = {|DAY2100:Helper.Count|} };", "static class Helper { [ThreadStatic] public static int Count; }")]
    [InlineData("{|DAY2060:Helper.Names.Add(e.Value)|}; return this;", "static class Helper { public static readonly List<string> Names = []; }")]
    [InlineData("{|DAY2060:Helper.Map[e.Value]|} = 1; return this;", "static class Helper { public static Dictionary<string, int> Map { get; } = []; }")]
    [InlineData("{|DAY2060:Helper.Size.Width|} = 1; return this;", "struct Size { public int Width; } static class Helper { public static Size Size; }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Names|}.Count };", "static class Helper { public static readonly List<string> Names = []; public static void Add(string name) => Names.Add(name); }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Values|}[0] };", "static class Helper { public static readonly int[] Values = [1, 2]; public static void Set() => Values[0] = 3; }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Find(e.Value)|} };", "static class Helper { static readonly Dictionary<string, int> Known = []; public static int Find(string name) => Known.TryGetValue(name, out int found) ? found : Known[name] = name.Length; }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Only|}.Count };", "sealed class Counter { public int Count { get; set; } } static class Helper { public static readonly Counter Only = new(); public static void Grow() { var only = Only; only.Count++; } }")]
    [InlineData("return this with { Number = {|DAY2060:Shared|} };", "public sealed partial record Test { private static int Shared; public static void Set() => Shared = 1; }")]
    public async Task Is_flagged(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Number = Helper.Count };", "static class Helper { public const int Count = 1; }")]
    [InlineData("return this with { Number = Helper.Count };", "static class Helper { public static readonly int Count = 1; }")]
    [InlineData("return this with { Number = Helper.Count };", "static class Helper { public static readonly int Count; static Helper() { Count = 1; } }")]
    [InlineData("return this with { Number = Helper.Count };", "static class Helper { public static int Count { get; } = 1; }")]
    [InlineData("return this with { Number = Helper.Count };", "static class Helper { public static int Count { get; } static Helper() => Count = 2; }")]
    [InlineData("return this with { Number = (int)Helper.Two };", "enum Helper { One, Two }")]
    [InlineData("return this with { Number = Helper.Names.Count };", "static class Helper { public static readonly ImmutableList<string> Names = [\"a\"]; }")]
    [InlineData("return this with { Number = Helper.Names.Count };", "static class Helper { public static readonly System.Collections.Frozen.FrozenSet<string> Names = System.Collections.Frozen.FrozenSet.ToFrozenSet([\"a\"]); }")]
    [InlineData("return this with { Number = Helper.Names.Count };", "static class Helper { public static readonly List<string> Names = [\"a\"]; }")]
    [InlineData("return this with { Number = Helper.Names.Count };", "static class Helper { public static readonly List<string> Names = []; static Helper() { Names.Add(\"a\"); } }")]
    [InlineData("return this with { Number = Helper.Values[0] };", "static class Helper { public static readonly int[] Values = [1, 2]; public static int Sum() { var copy = Values.ToArray(); copy[0] = 1; return copy.Sum(); } }")]
    [InlineData("return this with { Number = Helper.Bytes.Length };", "static class Helper { public static ReadOnlySpan<byte> Bytes => \"abc\"u8; }")]
    [InlineData("return this with { Number = StringComparer.Ordinal.Compare(Text, e.Value) + System.Text.Encoding.UTF8.GetByteCount(Text) };", "")]
    [InlineData("return this with { Number = EqualityComparer<int>.Default.Equals(1, Number) ? 1 : 0, Text = string.Empty, Id = Guid.Empty };", "")]
    [InlineData("return this with { Text = e.Number.ToString(CultureInfo.InvariantCulture) };", "")]
    [InlineData("return this with { Number = Helper.Lazy.Value };", "static class Helper { public static readonly Lazy<int> Lazy = new(() => 1); }")]
    [InlineData("return this with { Number = new[] { 1 }.Select(static x => x + 1).Sum() };", "")]
    [InlineData("return this with { Number = Helper.Twice(1) };", "static class Helper { public static readonly Func<int, int> Twice = static x => x * 2; }")]
    [InlineData("return this with { Number = Helper.Find(e.Value) };", "static class Helper { static readonly Dictionary<string, int> Known = []; [Deterministic(\"remembers what it computed\")] public static int Find(string name) => Known[name] = name.Length; }")]
    [InlineData("return this with { Number = Helper.Count };", "static class Helper { [Deterministic(\"set once at the start\")] public static int Count; }")]
    [InlineData("return this with { Text = nameof(Helper.Count) };", "static class Helper { public static int Count; }")]
    [InlineData("return this;", "static class Helper { public static int Count; public static void Grow() => Count++; }")]
    [InlineData("return Initial with { Number = 1 };", "")]
    [InlineData("return this with { Number = Helper.Values[0] };", "static class Helper { public static readonly ImmutableArray<int> Values = [1, 2]; }")]
    public async Task Is_left_alone(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Fact]
    public async Task Says_where_the_content_changes() => Assert.Equal(
        ["'List<string>.Add' is not deterministic (STATIC): it changes what 'Helper.Names' holds for all; path: On(Happened) → Helper.Names → List<string>.Add"],
        await DeterminismVerifier.MessagesAsync("return this with { Number = Helper.Names.Count };", "static class Helper { public static readonly List<string> Names = []; public static void Add(string name) => Names.Add(name); }"));
}
