namespace Daybook.Compiler.Tests.Determinism;

/// <summary>What looks as if it did not replay, and does; and its likes that do not.</summary>
public class TrapTests
{
    private const string Fail = "static class Helper { [System.Diagnostics.CodeAnalysis.DoesNotReturn] public static void Fail(string text) => throw new InvalidOperationException(text); public static void Warn(string text) { } }";

    private const string Clocks = "interface IClock { static abstract DateTimeOffset Now(); } class Good : IClock { public static DateTimeOffset Now() => default; } class Bad : IClock { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; } "
        + "static class Helper { public static DateTimeOffset Read<T>() where T : IClock => T.Now(); }";

    [Theory]
    [InlineData("const string a = \"a\"; return ReferenceEquals(a, \"a\") || (object)a == (object)\"a\" ? this : this with { Number = 1 };")]
    [InlineData("int[] a = System.Buffers.ArrayPool<int>.Shared.Rent(4); Array.Clear(a); return this with { Number = a[0] };")]
    [InlineData("int[] a = System.Buffers.ArrayPool<int>.Shared.Rent(4); try { Array.Fill(a, 1); return this with { Number = a[0] }; } finally { System.Buffers.ArrayPool<int>.Shared.Return(a); }")]
    [InlineData("int[] a = GC.AllocateUninitializedArray<int>(4); a.AsSpan().Clear(); return this with { Number = a[0] };")]
    [InlineData("string t = $\"{e.Amount}\"; throw new InvalidOperationException(t);")]
    [InlineData("var p = new InvalidOperationException($\"{e.Amount}\"); throw p;")]
    [InlineData("string t = e.Amount.ToString(); var p = new InvalidOperationException(t + e.At); if (Number == 1) { throw p; } return this;")]
    [InlineData("Helper.Fail($\"{e.Amount}\"); return this;", Fail)]
    [InlineData("string t = @\"a\n b\"; throw new InvalidOperationException(t);")]
    [InlineData("try { return this; } catch (FormatException problem) { string t = problem.Message; throw new InvalidOperationException(t); }")]
    [InlineData("const bool debug = false; return debug && DateTime.UtcNow.Day == 1 ? this with { Number = 2 } : this;")]
    [InlineData("const bool on = true; return on || DateTime.UtcNow.Day == 1 ? this with { Number = 2 } : this;")]
    [InlineData("const bool debug = false; if (debug) { return this with { At = DateTimeOffset.UtcNow }; } return this;")]
    public async Task Is_left_alone(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("const string a = \"a\"; return {|DAY2220:ReferenceEquals(a, e.Value)|} ? this : this with { Number = 1 };")]
    [InlineData("int[] a = {|DAY2180:System.Buffers.ArrayPool<int>.Shared.Rent(4)|}; if (Number == 1) { Array.Clear(a); } return this with { Number = a[0] };")]
    [InlineData("int[] a = {|DAY2180:System.Buffers.ArrayPool<int>.Shared.Rent(4)|}; Array.Clear(a, 0, 2); return this with { Number = a[3] };")]
    [InlineData("int[] a = {|DAY2180:System.Buffers.ArrayPool<int>.Shared.Rent(4)|}; int first = a[0]; Array.Clear(a); return this with { Number = first };")]
    [InlineData("string t = $\"{{|DAY2050:e.Amount|}}\"; if (Number == 1) { throw new InvalidOperationException(t); } return this with { Text = t };")]
    [InlineData("string t = $\"{{|DAY2050:e.Amount|}}\"; t += \"x\"; throw new InvalidOperationException(t);")]
    [InlineData("var p = new InvalidOperationException($\"{{|DAY2050:e.Amount|}}\"); return this with { Number = p.HelpLink is null ? 1 : 2 };")]
    [InlineData("Helper.Warn($\"{{|DAY2050:e.Amount|}}\"); return this;", Fail)]
    [InlineData("const bool debug = false; return debug || {|DAY2000:DateTime.UtcNow|}.Day == 1 ? this with { Number = 2 } : this;")]
    [InlineData("const bool on = true; return on && {|DAY2000:DateTime.UtcNow|}.Day == 1 ? this with { Number = 2 } : this;")]
    public async Task Is_not(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    /// <summary>What the page on determinism says is flagged although it replays.</summary>
    [Theory]
    [InlineData("return this with { At = {|DAY2000:Helper.Read<Good>()|} };", Clocks)]
    [InlineData("int[] a = {|DAY2180:System.Buffers.ArrayPool<int>.Shared.Rent(2)|}; for (int i = 0; i < a.Length; i++) { a[i] = i; } return this with { Number = a[0] };")]
    [InlineData("throw {|DAY2050:Helper.Make(e.Amount)|};", "static class Helper { public static Exception Make(double amount) => new InvalidOperationException($\"{amount}\"); }")]
    public async Task Is_flagged_although_it_replays(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
