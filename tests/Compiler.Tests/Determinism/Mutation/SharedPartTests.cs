namespace Daybook.Compiler.Tests.Determinism.Mutation;

/// <summary>Changes that come to a given object by a detour: delegates, references, views, and parts of the framework's own objects.</summary>
public class SharedPartTests
{
    private const string Others = """
        public sealed partial record Test
        {
            public int[] Numbers { get; init; } = [];
            public byte[] Bytes { get; init; } = [];
            public char[] Chars { get; init; } = [];
            public Pair Pair { get; init; } = new();
            [WireIgnore] public LinkedList<int> Chain { get; init; } = new();
            [WireIgnore] public LinkedList<string> Texts { get; init; } = new();
            [WireIgnore] public Memory<int> Memory { get; init; }
            [WireIgnore] public ArraySegment<int> Segment { get; init; }
            [WireIgnore] public SortedSet<int> Sorted { get; init; } = new();
            [WireIgnore] public System.Collections.BitArray Bits { get; init; } = new(3);
        }

        public sealed record Pair { public int[] Left { get; init; } = []; }
        """;

    [Theory]
    [InlineData("Names.ForEach({|DAY2070:Changing.Add|}); return this;")]
    [InlineData("Action<string> add = {|DAY2070:Changing.Add|}; add(e.Value); return this;")]
    [InlineData("return this with { Names = [.. Names.Where({|DAY2070:Map.Remove|})] };")]
    [InlineData("var names = new List<string>(); Names.ForEach(names.Add); Func<string, bool> isKnown = Changing.Contains; return this with { Changing = names };", false)]
    public async Task Method_groups(string body, bool isChange = true) => await VerifyAsync(body, isChange);

    [Theory]
    [InlineData("{|DAY2070:Chain.First!.Value|} = 3; return this;")]
    [InlineData("{|DAY2070:Chain.Last!.Previous!.Value|} = 3; return this;")]
    [InlineData("{|DAY2070:Chain.Find(2)!.Value|} = 3; return this;")]
    [InlineData("{|DAY2070:Chain.First!.List!.Clear()|}; return this;")]
    [InlineData("{|DAY2070:Texts.First!.List!.Clear()|}; return this;")]
    [InlineData("{|DAY2070:Texts.Remove(Texts.First!)|}; return this;")]
    [InlineData("for (var node = Chain.First; node is not null; node = node.Next) { {|DAY2070:node.Value|} = 3; } return this;")]
    [InlineData("{|DAY2070:Memory.Span[0]|} = 3; return this;")]
    [InlineData("Memory<int> memory = Numbers; {|DAY2070:memory.Slice(1).Span[0]|} = 3; return this;")]
    [InlineData("{|DAY2070:Segment.Array![0]|} = 3; return this;")]
    [InlineData("var segment = new ArraySegment<int>(Numbers, 0, 1); {|DAY2070:segment.Array![0]|} = 3; return this;")]
    [InlineData("var memory = new Memory<int>(Numbers, 0, 1); var span = new Span<int>(Numbers); {|DAY2070:memory.Span[0]|} = 3; {|DAY2070:span[0]|} = 3; return this;")]
    [InlineData("var chain = new LinkedList<int>(Chain); chain.First!.Value = 3; chain.First!.List!.Clear(); chain.Find(1)!.Value = 2; return this;", false)]
    [InlineData("Memory<int> memory = new int[3]; memory.Span[0] = 3; memory = Numbers.ToArray(); memory.Span[0] = Memory.Span[0]; return this;", false)]
    [InlineData("ArraySegment<int> segment = new([1, 2]); segment.Array![0] = 3; return this with { Number = Segment.Array!.Length };", false)]
    [InlineData("return this with { Number = Chain.First!.Value + Chain.Last!.List!.Count + Memory.Span[0] };", false)]
    public async Task Parts_of_the_framework_s_objects(string body, bool isChange = true) => await VerifyAsync(body, isChange);

    [Theory]
    [InlineData("{|DAY2070:Bits.And(new System.Collections.BitArray(3))|}; return this;")]
    [InlineData("{|DAY2070:Bits.Or(Bits)|}; {|DAY2070:Bits.Xor(Bits)|}; {|DAY2070:Bits.Not()|}; {|DAY2070:Bits.LeftShift(1)|}; {|DAY2070:Bits.RightShift(1)|}; return this;")]
    [InlineData("{|DAY2070:Sorted.GetViewBetween(1, 3).Clear()|}; return this;")]
    [InlineData("{|DAY2070:Map.GetAlternateLookup<ReadOnlySpan<char>>()[\"x\"]|} = 3; return this;")]
    [InlineData("var lookup = Map.GetAlternateLookup<ReadOnlySpan<char>>(); {|DAY2070:lookup.Remove(\"x\")|}; return this;")]
    [InlineData("{|DAY2070:Map.GetAlternateLookup<ReadOnlySpan<char>>().Dictionary.Clear()|}; return this;")]
    [InlineData("{|DAY2070:3.TryFormat(Chars, out int written, default, CultureInfo.InvariantCulture)|}; return this;")]
    [InlineData("{|DAY2070:System.Text.Encoding.UTF8.GetBytes(e.Value, 0, 1, Bytes, 0)|}; return this;")]
    [InlineData("{|DAY2070:System.Text.Encoding.UTF8.GetBytes(e.Value, Bytes)|}; return this;")]
    [InlineData("{|DAY2070:System.Text.Encoding.UTF8.GetChars(new byte[2], 0, 1, Chars, 0)|}; return this;")]
    [InlineData("{|DAY2070:System.Security.Cryptography.SHA256.HashData(new byte[2], Bytes)|}; return this;")]
    [InlineData("{|DAY2070:Convert.TryFromBase64String(e.Value, Bytes.AsSpan(1), out int written)|}; return this;")]
    [InlineData("{|DAY2070:e.At.UtcDateTime.TryFormat(Chars, out _, \"O\", CultureInfo.InvariantCulture)|}; return this;")]
    [InlineData("var bits = new System.Collections.BitArray(Bits); bits.And(Bits).Not(); bits.LeftShift(1); return this with { Number = Bits.Count };", false)]
    [InlineData("var sorted = new SortedSet<int>(Sorted); sorted.GetViewBetween(1, 3).Clear(); return this with { Number = Sorted.GetViewBetween(1, 3).Count };", false)]
    [InlineData("var map = new Dictionary<string, int>(Map); map.GetAlternateLookup<ReadOnlySpan<char>>()[\"x\"] = Map.GetAlternateLookup<ReadOnlySpan<char>>()[\"y\"]; return this;", false)]
    [InlineData("Span<char> chars = stackalloc char[9]; 3.TryFormat(chars, out int written, default, CultureInfo.InvariantCulture); return this with { Text = chars[..written].ToString() };", false)]
    [InlineData("var bytes = new byte[9]; System.Text.Encoding.UTF8.GetBytes(Chars, 0, 1, bytes, 0); System.Security.Cryptography.SHA256.HashData(Bytes, bytes); return this;", false)]
    [InlineData("var chars = System.Text.Encoding.UTF8.GetChars(Bytes); return this with { Text = System.Text.Encoding.UTF8.GetString(Bytes) + Convert.ToBase64String(Bytes) + Convert.ToHexString(Bytes) };", false)]
    public async Task Methods_of_the_framework(string body, bool isChange = true) => await VerifyAsync(body, isChange);

    [Theory]
    [InlineData("static ref int First(int[] numbers) => ref numbers[0]; {|DAY2070:First(Numbers)|} = 3; return this;")]
    [InlineData("{|DAY2070:Helper.First(Numbers)|}++; return this;")]
    [InlineData("ref int first = ref Helper.First(Numbers); {|DAY2070:first|} = 3; return this;")]
    [InlineData("int own = 0; ref int number = ref own; number = ref Numbers[0]; {|DAY2070:number|} = 4; return this;")]
    [InlineData("int own = 0; ref int number = ref (e.Number > 0 ? ref own : ref Numbers[0]); {|DAY2070:number|} = 4; return this;")]
    [InlineData("foreach (ref int number in Numbers.AsSpan()) { {|DAY2070:number|} = 4; } return this;")]
    [InlineData("static ref int First(int[] numbers) => ref numbers[0]; First([1, 2]) = 3; First(Numbers.ToArray()) = First(Numbers); return this;", false)]
    [InlineData("int a = 0, b = 1; ref int x = ref a; ref int y = ref x; x = ref y; x = ref b; x = 4; return this with { Number = a + b };", false)]
    [InlineData("int own = 0; ref readonly int number = ref own; number = ref Numbers[0]; int sum = 0; foreach (ref readonly int each in Numbers.AsSpan()) { sum += each; } return this with { Number = sum + number };", false)]
    [InlineData("var numbers = Numbers.ToArray(); foreach (ref int number in numbers.AsSpan()) { number++; } return this with { Numbers = numbers };", false)]
    public async Task References(string body, bool isChange = true) => await VerifyAsync(body, isChange);

    [Theory]
    [InlineData("var held = new { Names = Changing, Count = 1 }; {|DAY2070:held.Names.Add(e.Value)|}; return this;")]
    [InlineData("var all = Names.Select(name => new { Name = name, Held = Changing }).ToList(); foreach (var each in all) { {|DAY2070:each.Held.Add(each.Name)|}; } return this;")]
    [InlineData("{|DAY2070:new Lazy<List<string>>(() => Changing).Value.Add(e.Value)|}; return this;")]
    [InlineData("Func<List<string>> get = () => Changing; {|DAY2070:get().Add(e.Value)|}; return this;")]
    [InlineData("Func<List<string>> get = () => []; if (e.Number > 0) { get = () => { return Changing; }; } {|DAY2070:get.Invoke().Add(e.Value)|}; return this;")]
    [InlineData("var held = new { Names = new List<string>(Changing), Count = 1 }; held.Names.Add(e.Value); return this with { Changing = held.Names };", false)]
    [InlineData("var groups = Changing.GroupBy(name => name.Length).Select(same => new { Length = same.Key, Names = same.ToList() }).ToList(); foreach (var same in groups) { same.Names.Add(e.Value); } return this;", false)]
    [InlineData("var lazy = new Lazy<List<string>>(() => [.. Changing]); lazy.Value.Add(e.Value); return this with { Changing = lazy.Value };", false)]
    [InlineData("Func<List<string>> get = () => [.. Changing]; get().Add(e.Value); Func<List<string>, List<string>> copy = names => names.ToList(); copy(Changing).Clear(); return this;", false)]
    public async Task Wrappers(string body, bool isChange = true) => await VerifyAsync(body, isChange);

    /// <summary>The page on determinism lists these.</summary>
    [Theory]
    [InlineData("Action<int[]> reverse = Array.Reverse; reverse(Numbers); return this;")]
    [InlineData("Func<List<string>, List<string>> same = names => names; same(Changing).Add(e.Value); return this;")]
    [InlineData("static ref int First(Pair pair) => ref pair.Left[0]; First(new Pair { Left = Numbers }) = 3; return this;")]
    public async Task Are_not_seen(string body) => await VerifyAsync(body, isChange: false);

    private static Task VerifyAsync(string body, bool isChange)
    {
        Assert.Equal(isChange, body.Contains("DAY2070", StringComparison.Ordinal));
        return DeterminismVerifier.VerifyReducerAsync(body, Others + "static class Helper { public static ref int First(int[] numbers) => ref numbers[0]; }");
    }
}
