namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Calls that no text shows: what they lead to is found, and nothing beside it.</summary>
public class ImplicitCallTests
{
    [Theory]
    [InlineData("var h = new H(1); {|DAY2000:h++|}; return this with { Number = h.X };", "record struct H(int X) { public static implicit operator int(H h) => DateTime.UtcNow.Day; public static implicit operator H(int h) => new(h); }")]
    [InlineData("var h = new H(1); {|DAY2000:--h|}; return this with { Number = h.X };", "record struct H(int X) { public static implicit operator int(H h) => h.X; public static implicit operator H(int h) => new(DateTime.UtcNow.Day); }")]
    [InlineData("H? h = new H(1); {|DAY2000:h++|}; return this with { Number = h.Value.X };", "record struct H(int X) { public static implicit operator int(H h) => h.X; public static implicit operator H(int h) => new(DateTime.UtcNow.Day); }")]
    [InlineData("var h = new H(1); {|DAY2000:h += 1|}; return this with { Number = h.X };", "record struct H(int X) { public static implicit operator int(H h) => DateTime.UtcNow.Day; public static implicit operator H(int h) => new(h); }")]
    [InlineData("var h = new H(1); {|DAY2000:h += 1|}; return this with { Number = h.X };", "record struct H(int X) { public static implicit operator int(H h) => h.X; public static implicit operator H(int h) => new(DateTime.UtcNow.Day); }")]
    [InlineData("var h = 1; h += {|DAY2000:new H(1)|}; return this with { Number = h };", "record struct H(int X) { public static implicit operator int(H h) => DateTime.UtcNow.Day; public static implicit operator H(int h) => new(h); }")]
    [InlineData("var h = new H(1); {|DAY2000:h++|}; return this with { Number = h.X };", "record struct H(int X) { public static H operator ++(H h) => new(DateTime.UtcNow.Day); }")]
    [InlineData("var h = new D(); {|DAY2000:h++|}; return this;", "class H { public static D operator ++(H h) => D.Next(); } class D : H { public static D Next() { _ = DateTime.UtcNow; return new(); } }")]
    [InlineData("H? h = new H(1); {|DAY2000:h += 1|}; return this with { Number = h.Value.X };", "record struct H(int X) { public static H operator +(H h, int x) => new(DateTime.UtcNow.Day); }")]
    [InlineData("checked { var h = new H(1); {|DAY2000:h++|}; return this with { Number = h.X }; }", "record struct H(int X) { public static H operator checked ++(H h) => new(DateTime.UtcNow.Day); public static H operator ++(H h) => h; }")]
    [InlineData("H? h = new H(1); int n = {|DAY2000:h|} ?? 1; return this with { Number = n };", "record struct H(int X) { public static implicit operator int(H h) => DateTime.UtcNow.Day; }")]
    [InlineData("(int, int) p = (1, 2); (H, H) q = {|DAY2000:p|}; return this with { Number = q.Item1.X };", "record struct H(int X) { public static implicit operator int(H h) => h.X; public static implicit operator H(int h) => new(DateTime.UtcNow.Day); }")]
    [InlineData("return {|DAY2000:(new H(1), 2) == (new H(2), 2)|} ? this : this with { Number = 1 };", "class H(int x) { public int X => x; public static bool operator ==(H a, H b) => DateTime.UtcNow.Day == 1; public static bool operator !=(H a, H b) => false; }")]
    [InlineData("return {|DAY2000:new H(1) && new H(2)|} ? this : this with { Number = 1 };", "record struct H(int X) { public static H operator &(H a, H b) => a; public static bool operator true(H h) => true; public static bool operator false(H h) => DateTime.UtcNow.Day == 1; }")]
    [InlineData("H h = {|DAY2000:new H(1) || new H(2)|}; return this with { Number = h.X };", "record struct H(int X) { public static H operator |(H a, H b) => a; public static bool operator true(H h) => DateTime.UtcNow.Day == 1; public static bool operator false(H h) => true; }")]
    [InlineData("H[] all = [.. {|DAY2000:new[] { 1 }|}]; return this with { Number = all.Length };", "record struct H(int X) { public static implicit operator int(H h) => h.X; public static implicit operator H(int h) => new(DateTime.UtcNow.Day); }")]
    [InlineData("return this with { Number = {|DAY2000:L.Sum(new H(1))|}.X };", "static class L { public static T Sum<T>(T a) where T : System.Numerics.IAdditionOperators<T, T, T> => a + a; } record struct H(int X) : System.Numerics.IAdditionOperators<H, H, H> { public static H operator +(H a, H b) => new(DateTime.UtcNow.Day); }")]
    [InlineData("return this with { Number = {|DAY2000:L.Next(new H(1))|}.X };", "static class L { public static T Next<T>(T t) where T : System.Numerics.IIncrementOperators<T> { t++; return t; } } record H(int X) : System.Numerics.IIncrementOperators<H> { public static H operator ++(H h) => new(DateTime.UtcNow.Day); }")]
    [InlineData("return this with { Number = {|DAY2000:L.Number(new H())|} };", "interface I<T> where T : I<T> { static abstract implicit operator int(T t); } static class L { public static int Number<T>(T t) where T : I<T> => t; } class H : I<H> { public static implicit operator int(H h) => DateTime.UtcNow.Day; }")]
    public async Task Operators_and_conversions_are_followed(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("var h = new H(1); h++; h += 2; --h; return this with { Number = h.X };", "record struct H(int X) { public static implicit operator int(H h) => h.X; public static implicit operator H(int h) => new(h); public static implicit operator string(H h) => DateTime.UtcNow.ToString(CultureInfo.InvariantCulture); }")]
    [InlineData("var h = new H(1); h++; return this with { Number = h.X };", "record struct H(int X) { public static H operator ++(H h) => new(h.X + 1); public static implicit operator int(H h) => DateTime.UtcNow.Day; }")]
    [InlineData("var h = new H(1); h++; return this with { Number = h.X };", "record struct H(int X) { public static H operator checked ++(H h) => new(DateTime.UtcNow.Day); public static H operator ++(H h) => h; }")]
    [InlineData("return this with { Number = L.Sum(1, 2) };", "static class L { public static T Sum<T>(T a, T b) where T : System.Numerics.INumber<T> => a + b + T.One; }")]
    [InlineData("(int, int) p = (1, 2); (long, long) q = p; return (p, 1) == (q, 1) ? this : this with { Number = 1 };", "record struct H(int X) { public static implicit operator H(int h) => new(DateTime.UtcNow.Day); }")]
    public async Task Operators_that_do_not_run_are_not(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("var b = new B(); {|DAY2000:b[^1]|} = 3; return this;", "class B { public int Count => 1; public int this[int i] { get => 1; set => _ = DateTime.Now; } }")]
    [InlineData("return this with { Number = {|DAY2000:Maker.Make<Helper>()|}.X };", "static class Maker { public static T Make<T>() where T : new() => new T(); } class Helper { public int X = DateTime.Now.Day; }")]
    [InlineData("return this with { Number = {|DAY2000:new Maker<Helper>()|}.Made.X };", "class Maker<T> where T : new() { public T Made = new(); } class Helper { public int X = DateTime.Now.Day; }")]
    [InlineData("return this with { Number = {|DAY2000:Maker<Helper>.Made|}.X };", "static class Maker<T> where T : new() { public static T Made => new(); } class Helper { public int X = DateTime.Now.Day; }")]
    [InlineData("Coll c = {|DAY2000:[1, 2]|}; return this;", "public class Coll : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() => null!; } static class X { public static void Add(this Coll c, int x) { _ = DateTime.Now; } }")]
    [InlineData("int[] c = [.. {|DAY2000:new Coll()|}]; return this with { Number = c.Length };", "public class Coll { public En GetEnumerator() => new(); public struct En { public bool MoveNext() => DateTime.Now.Day == 1; public int Current => 1; } }")]
    [InlineData("int[] c = [.. {|DAY2000:new Coll()|}]; return this with { Number = c.Length };", "public class Coll : IEnumerable<int> { IEnumerator<int> IEnumerable<int>.GetEnumerator() { yield return DateTime.Now.Day; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }")]
    [InlineData("return this with { Number = {|DAY2000:new D()|}.Y };", "class L { static int X; public int Y => 1; static L() { X = DateTime.Now.Day; } } class D : L;")]
    [InlineData("_ = {|DAY2000:new K()|}; return this;", "class K { ~K() { _ = DateTime.Now; } }")]
    [InlineData("return this with { Text = string.Format(CultureInfo.InvariantCulture, \"{0}\", {|DAY2020:new K()|}) };", "class K : IFormattable { public string ToString(string? f, IFormatProvider? p) => Guid.NewGuid().ToString(); }")]
    [InlineData("return this with { Text = string.Create(CultureInfo.InvariantCulture, $\"{{|DAY2000:new K()|}}\") };", "struct K : ISpanFormattable { public bool TryFormat(Span<char> d, out int c, ReadOnlySpan<char> f, IFormatProvider? p) { c = 0; _ = DateTime.Now; return true; } public string ToString(string? f, IFormatProvider? p) => \"\"; }")]
    [InlineData("using (I i = {|DAY2000:new C()|}) { } return this;", "interface I : IDisposable { } class C : I { public void Dispose() { _ = DateTime.Now; } }")]
    [InlineData("using (B i = {|DAY2000:new C()|}) { } return this;", "class A : IDisposable { public virtual void Dispose() { } } class B : A { public override void Dispose() { } } class C : B { public override void Dispose() { _ = DateTime.Now; } }")]
    [InlineData("return {|DAY2000:new D(1) == new D(2)|} ? this : this with { Number = 1 };", "record B { public virtual bool Equals(B? o) => DateTime.Now.Day == 1; public override int GetHashCode() => 1; } record D(int X) : B;")]
    [InlineData("var d = new D(1); d = {|DAY2000:d|} with { X = 2 }; return this;", "record B { public B() { } protected B(B other) { _ = DateTime.Now; } } record D(int X) : B;")]
    [InlineData("return this with { Text = {|DAY2000:new R(\"x\").ToString()|} };", "sealed record R(string X) { public bool At => DateTime.Now.Ticks > 1; }")]
    [InlineData("return this with { Number = {|DAY2000:L.Read<H>(\"1\")|}.X };", "static class L { public static T Read<T>(string s) where T : IParsable<T> => T.Parse(s, CultureInfo.InvariantCulture); } record H(int X) : IParsable<H> { public static H Parse(string s, IFormatProvider? p) => new(DateTime.Now.Day); public static bool TryParse(string? s, IFormatProvider? p, out H r) { r = null!; return false; } }")]
    [InlineData("return this with { Number = {|DAY2000:L.Most<H>()|}.X };", "static class L { public static T Most<T>() where T : System.Numerics.IMinMaxValue<T> => T.MaxValue; } record H(int X) : System.Numerics.IMinMaxValue<H> { public static H MaxValue => new(DateTime.Now.Day); public static H MinValue => new(1); }")]
    public async Task Calls_are_followed(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("var b = new B(); b[^1] = 3; return this;", "class B { public int Count => 1; public int this[int i] { get => DateTime.Now.Day; set { } } }")]
    [InlineData("return this with { Number = Maker.Make<Helper>().X };", "static class Maker { public static T Make<T>() where T : new() => new T(); } class Helper { public int X = 1; } class Other { public int X = DateTime.Now.Day; }")]
    [InlineData("return this with { Number = Maker.Of<Helper>() };", "static class Maker { public static int Of<T>() => 1; } class Helper { public int X = DateTime.Now.Day; }")]
    [InlineData("return e.Size with { X = 2 } == e.Size ? this : this with { Number = 1 };", "public sealed partial record Happened { public R Size { get; init; } = null!; } public record R(int X) { public long At { get; init; } = DateTime.Now.Ticks; }")]
    [InlineData("var (a, b) = e.Size; return this with { Number = a + b };", "public sealed partial record Happened { public R Size { get; init; } = null!; } public record R(int X, int Y) { public long At => DateTime.Now.Ticks; }")]
    [InlineData("return this with { Text = $\"{new K()}\" };", "struct K : ISpanFormattable { public bool TryFormat(Span<char> d, out int c, ReadOnlySpan<char> f, IFormatProvider? p) { c = 0; return true; } public string ToString(string? f, IFormatProvider? p) => Guid.NewGuid().ToString(); }")]
    [InlineData("return this with { Number = new D().Y };", "class L { public int Y => 1; } class D : L { public static int X = DateTime.Now.Day; }")]
    [InlineData("return new R<int>(1, [2]) == new R<int>(2, [3]) ? this : this with { Text = new R<string>(\"x\", []).ToString() };", "sealed record R<T>(T Value, T[] All);")]
    public async Task Members_that_do_not_run_are_not(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
