namespace Daybook.Compiler.Tests.Determinism;

/// <summary>The calls that the compiler adds to what is written.</summary>
public class HiddenCallTests
{
    [Theory]
    [InlineData("return new Helper() is {|DAY2000:[1, ..]|} ? this : Initial;", "class Helper { public int Length => 2; public int this[int index] => DateTime.UtcNow.Day; }")]
    [InlineData("return new Helper() is {|DAY2000:[1, ..]|} ? this : Initial;", "class Helper { public int Length => DateTime.UtcNow.Day; public int this[int index] => index; }")]
    [InlineData("return new Helper() is [_, {|DAY2000:.. var rest|}] && rest == 1 ? this : Initial;", "class Helper { public int Length => 2; public int this[int index] => index; public int Slice(int start, int length) => DateTime.UtcNow.Day; }")]
    [InlineData("return new Helper() is { {|DAY2000:Day|}: 1 } ? this : Initial;", "class Helper { public int Day => DateTime.UtcNow.Day; }")]
    [InlineData("Helper helper = {|DAY2000:[1]|}; return this;", "class Helper : System.Collections.IEnumerable { public void Add(int number) => _ = DateTime.UtcNow.Day; public System.Collections.IEnumerator GetEnumerator() => null!; }")]
    [InlineData("var helper = new Helper { {|DAY2000:1|} }; return this;", "class Helper : System.Collections.IEnumerable { public void Add(int number) => _ = DateTime.UtcNow.Day; public System.Collections.IEnumerator GetEnumerator() => null!; }")]
    [InlineData("Helper helper = {|DAY2000:[1]|}; return this;", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(Builder), \"Create\")] class Helper { public IEnumerator<int> GetEnumerator() => null!; } static class Builder { public static Helper Create(ReadOnlySpan<int> numbers) { _ = DateTime.UtcNow.Day; return new(); } }")]
    [InlineData("int[] numbers = [.. {|DAY2000:new Helper()|}]; return this;", "class Helper { public IEnumerator<int> GetEnumerator() { yield return DateTime.UtcNow.Day; } }")]
    [InlineData("Show({|DAY2000:$\"{e.Value}\"|}); return this; static void Show(Handler text) { }", "[System.Runtime.CompilerServices.InterpolatedStringHandler] struct Handler { public Handler(int length, int holes) => _ = DateTime.UtcNow.Day; public void AppendFormatted(string text) { } }")]
    [InlineData("Show($\"{|DAY2000:{e.Value}|}\"); return this; static void Show(Handler text) { }", "[System.Runtime.CompilerServices.InterpolatedStringHandler] struct Handler { public Handler(int length, int holes) { } public void AppendFormatted(string text) => _ = DateTime.UtcNow.Day; }")]
    [InlineData("return this with { Text = $\"{{|DAY2000:new Helper()|}}\" };", "class Helper : IFormattable { public string ToString(string? format, IFormatProvider? provider) => DateTime.UtcNow.Day > 1 ? \"a\" : \"b\"; public override string ToString() => \"\"; }")]
    [InlineData("foreach (int number in {|DAY2000:new Helper()|}) { } return this;", "class Helper { public Each GetEnumerator() => new(); } class Each : IDisposable { public int Current => 1; public bool MoveNext() => false; public void Dispose() => _ = DateTime.UtcNow.Day; }")]
    [InlineData("foreach (int number in {|DAY2000:new Helper()|}) { } return this;", "class Helper { public Each GetEnumerator() => new(); } ref struct Each { public int Current => 1; public bool MoveNext() => false; public void Dispose() => _ = DateTime.UtcNow.Day; }")]
    [InlineData("foreach (DateTimeOffset at in {|DAY2000:new Helper[1]|}) { } return this;", "class Helper { public static implicit operator DateTimeOffset(Helper value) => DateTimeOffset.UtcNow; }")]
    [InlineData("var helper = new Helper(); {|DAY2000:helper += 1|}; return this;", "struct Helper { public static Wide operator +(Helper left, int right) => new(); public static implicit operator Helper(Wide wide) { _ = DateTime.UtcNow.Day; return new(); } } struct Wide;")]
    [InlineData("var helper = new Helper(); {|DAY2000:helper++|}; return this;", "struct Helper { public static Helper operator ++(Helper helper) { _ = DateTime.UtcNow.Day; return helper; } }")]
    [InlineData("if ({|DAY2000:new Helper()|}) { return this; } return Initial;", "struct Helper { public static bool operator true(Helper helper) => DateTime.UtcNow.Day > 1; public static bool operator false(Helper helper) => false; }")]
    [InlineData("var helper = new Helper(); {|DAY2000:helper[1]|} = 2; return this;", "class Helper { public int this[int index] { set => _ = DateTime.UtcNow.Day; } }")]
    [InlineData("var helper = new Helper { {|DAY2000:[1]|} = 2 }; return this;", "class Helper { public int this[int index] { set => _ = DateTime.UtcNow.Day; } }")]
    [InlineData("var helper = new Helper { {|DAY2000:At|} = e.At }; return this;", "class Helper { public DateTimeOffset At { get => default; init => _ = DateTime.UtcNow.Day; } }")]
    [InlineData("Func<System.Threading.Tasks.Task> wait = async () => {|DAY2000:{|DAY2090:await|} new Helper()|}; return this;", "class Helper { public Waiter GetAwaiter() => new(); } class Waiter : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => DateTime.UtcNow.Day > 1; public void GetResult() { } public void OnCompleted(Action action) { } }")]
    [InlineData("return this with { Number = {|DAY2000:Count(1, 2)|} }; static int Count(params Helper numbers) => 1;", "class Helper : IEnumerable<int> { public void Add(int number) => _ = DateTime.UtcNow.Day; public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }")]
    [InlineData("return this with { At = {|DAY2000:Box<int>.At|} };", "static class Box<T> { public static readonly DateTimeOffset At = DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:new Box<int>()|}.At };", "class Box<T> { public DateTimeOffset At = DateTimeOffset.UtcNow; }")]
    [InlineData("return {|DAY2000:new Pair(new()) == new Pair(new())|} ? this : Initial;", "record Pair(Part Part); class Part { public override bool Equals(object? other) => DateTime.UtcNow.Day > 1; public override int GetHashCode() => 1; }")]
    [InlineData("return this with { Text = {|DAY2000:new Pair(new()).ToString()|} };", "record Pair(Part Part); class Part { public override string ToString() => DateTime.UtcNow.Day > 1 ? \"a\" : \"b\"; }")]
    public async Task Is_followed(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("const bool isTraced = false; if (isTraced) { _ = DateTime.UtcNow; } return this;")]
    [InlineData("int[] numbers = [.. new List<int> { 1 }]; return this with { Number = numbers is [1, .. var rest] ? rest.Length : 0 };")]
    [InlineData("return new Helper() is { Number: 1 } ? this : Initial;", "class Helper { public int Number => 1; public int Day => DateTime.UtcNow.Day; }")]
    [InlineData("var helper = new Helper(); helper++; return this;", "struct Helper { public static Helper operator ++(Helper helper) => helper; public static Helper operator --(Helper helper) { _ = DateTime.UtcNow.Day; return helper; } }")]
    [InlineData("return new Pair(new()) == new Pair(new()) ? this : Initial;", "record Pair(Part Part) { public virtual bool Equals(Pair? other) => true; public override int GetHashCode() => 1; } class Part { public override bool Equals(object? other) => DateTime.UtcNow.Day > 1; public override int GetHashCode() => 1; }")]
    [InlineData("foreach (int number in new Helper()) { } return this;", "class Helper { public Each GetEnumerator() => new(); } class Each { public int Current => 1; public bool MoveNext() => false; public void Dispose() => _ = DateTime.UtcNow.Day; }")]
    public async Task Is_left_alone(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
