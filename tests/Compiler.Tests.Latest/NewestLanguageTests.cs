using Daybook.Compiler.Tests.Determinism;

namespace Daybook.Compiler.Tests;

/// <summary>What only the newest language can say: operators that change their object, extension blocks, fields of properties.</summary>
public class NewestLanguageTests
{
    private const string Joining = """
        static class X
        {
            extension(IEnumerable<string> n)
            {
                public string Joined() => string.Join(",", n);
                public string Text => string.Join(",", n);
                public string Chained => n.Joined();
                public string Looped { get { string text = ""; foreach (string x in n) { text += x; } return text; } }
            }
        }
        """;

    [Theory]
    [InlineData("var h = new H(); {|DAY2000:h += 1|}; return this with { Number = h.X };", "class H { public int X; public void operator +=(int x) { X = DateTime.UtcNow.Day; } }")]
    [InlineData("var h = new H(); {|DAY2000:h++|}; return this with { Number = h.X };", "struct H { public int X; public void operator ++() { X = DateTime.UtcNow.Day; } }")]
    [InlineData("checked { var h = new H(); {|DAY2000:h -= 1|}; return this; }", "class H { public void operator -=(int x) { } public void operator checked -=(int x) { _ = DateTime.UtcNow; } }")]
    [InlineData("D h = new E(); {|DAY2000:h += 1|}; return this;", "class B { public virtual void operator +=(int x) { } } class D : B { public override void operator +=(int x) { } } class E : D { public override void operator +=(int x) { _ = DateTime.UtcNow; } }")]
    [InlineData("var h = Hold; {|DAY2070:h += 1|}; return this;", "public sealed partial record Test { public Hold Hold { get; init; } = new(); } public sealed class Hold { public int X { get; set; } public void operator +=(int x) { X += x; } }")]
    [InlineData("var h = Hold; {|DAY2070:h++|}; return this;", "public sealed partial record Test { public Hold Hold { get; init; } = new(); } public sealed class Hold { public int X { get; set; } public void operator ++() { X++; } }")]
    [InlineData("var bag = new Bag(); {|DAY2070:bag += Changing|}; return this;", "class Bag { public void operator +=(List<string> all) => all.Add(\"x\"); }")]
    [InlineData("{|DAY2070:e.Mess()|}; return this;", "static class X { extension(Happened h) { public void Mess() => h.Bag.Add(1); } } public sealed partial record Happened { public List<int> Bag { get; init; } = []; }")]
    [InlineData("this.Hold?{|DAY2070:.N|} = 3; return this;", "public sealed partial record Test { public Hold? Hold { get; init; } } public class Hold { public int N { get; set; } }")]
    [InlineData("return this with { Number = {|DAY2000:e.Day|} };", "static class X { extension(Happened h) { public int Day => DateTime.Now.Day; } }")]
    [InlineData("return this with { Number = {|DAY2000:Happened.Today|} };", "static class X { extension(Happened) { public static int Today => DateTime.Now.Day; } }")]
    [InlineData("return this with { Number = {|DAY2000:e + e|} };", "static class X { extension(Happened) { public static int operator +(Happened a, Happened b) => DateTime.Now.Day; } }")]
    [InlineData("return this with { Number = {|DAY2000:new C().P|} };", "class C { public int P { get => field + DateTime.Now.Day; set; } }")]
    [InlineData("return this with { Number = {|DAY2000:new C()|}.P };", "class C { public int P { get => field; set => field = value; } = DateTime.Now.Day; }")]
    [InlineData("{|DAY2070:Changing.Put(\"x\")|}; return this;", "static class X { extension(List<string> l) { public void Put(string s) => l.Add(s); } }")]
    [InlineData("{|DAY2070:X.Put(Changing, \"x\")|}; return this;", "static class X { extension(List<string> l) { public void Put(string s) => l.Add(s); } }")]
    [InlineData("return this with { Number = {|DAY2000:X.Day(e)|} };", "static class X { extension(Happened h) { public int Day() => DateTime.UtcNow.Day; } }")]
    [InlineData("return this with { Number = {|DAY2000:X.get_Day(e)|} };", "static class X { extension(Happened h) { public int Day => DateTime.UtcNow.Day; } }")]
    [InlineData("return this with { Text = {|DAY2040:Counts.Keys.Joined()|} };", Joining)]
    [InlineData("return this with { Text = {|DAY2040:Counts.Keys.Text|} };", Joining)]
    [InlineData("return this with { Text = {|DAY2040:Counts.Keys.Chained|} };", Joining)]
    [InlineData("return this with { Text = {|DAY2040:Counts.Keys.Looped|} };", Joining)]
    [InlineData("return this with { Text = {|DAY2040:X.Joined(Counts.Keys)|} };", Joining)]
    [InlineData("Func<string> join = {|DAY2040:Counts.Keys.Joined|}; return this with { Text = join() };", Joining)]
    [InlineData("return this with { Text = {|DAY2040:Counts.Own().First()|} };", "static class X { extension(ImmutableDictionary<string, int> n) { public IEnumerable<string> Own() => n.Keys; } }")]
    [InlineData("return this with { Number = {|DAY2000:new C()|}.P };", "partial class C { public partial int P { get; set; } } partial class C { public partial int P { get => field; set; } = DateTime.Now.Day; }")]
    [InlineData("return this with { Number = {|DAY2000:new C()|}.P };", "partial class C { public partial int P { get => field; set; } = DateTime.Now.Day; } partial class C { public partial int P { get; set; } }")]
    [InlineData("return this with { Number = {|DAY2000:new C()|}.P };", "partial class C { public partial int P { get; set; } = DateTime.Now.Day; } partial class C { public partial int P { get => field; set; } }")]
    [InlineData("return this with { Number = {|DAY2000:C.P|} };", "partial class C { public static partial int P { get; } } partial class C { public static partial int P { get => field; } = DateTime.Now.Day; }")]
    public async Task Is_followed(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("var h = new H(); h += 1; h++; return this with { Number = h.X };", "class H { public int X { get; set; } public void operator +=(int x) { X += x; } public void operator ++() { X++; } }")]
    [InlineData("{ var h = new H(); h -= 1; return this; }", "class H { public void operator -=(int x) { } public void operator checked -=(int x) { _ = DateTime.UtcNow; } }")]
    [InlineData("return this with { Number = e.Twice };", "static class X { extension(Happened h) { public int Twice => h.Number * 2; public int Day => DateTime.Now.Day; } }")]
    [InlineData("var hold = new Hold(); hold?.N = 3; return this with { Number = hold!.N };", "public class Hold { public int N { get => field; set => field = value; } }")]
    [InlineData("var fresh = new List<string>(); fresh.Put(\"x\"); X.Put(fresh, \"y\"); return this;", "static class X { extension(List<string> l) { public void Put(string s) => l.Add(s); } }")]
    [InlineData("return this with { Text = Names.Joined() + Names.Text + X.Joined(Names) };", Joining)]
    [InlineData("return this with { Number = Counts.Keys.Size + Counts.Keys.Long() + Counts.ToList().Half() };", "static class X { extension<T>(IEnumerable<T> n) { public int Size => n.Count(); public int Long() => n.Count(); public int Half() { int c = 0; foreach (var x in n) c++; return c; } } }")]
    [InlineData("return this with { Number = new C().P };", "partial class C { public partial int P { get; set; } public static partial int Q { get; } } partial class C { public partial int P { get => field; set; } = 3; public static partial int Q { get => field; } = DateTime.Now.Day; }")]
    public async Task Is_left_alone(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
