using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

/// <summary>Which members and constructors of a user's type are taken, and what is said about the others.</summary>
public class ConstructorTests
{
    private const string Event = "[Event(\"a\")] public partial record A(M X); ";
    private const string Wrong = "[Event(\"a\")] public partial record A({|DAY1105:M|} X); ";
    private const string Lost = "[Event(\"a\")] public partial record A({|DAY1104:M|} X); ";
    private const string Hidden = "[Event(\"a\")] public partial record A({|DAY1125:M|} X); ";

    [Theory]
    [InlineData(Event + "public class M(string name) { public string? NAME { get; } = name; }")]
    [InlineData(Event + "public class M { public M(int? x) => X = x ?? 0; public int X { get; } }")]
    [InlineData(Event + "public class M { public M(IEnumerable<int> items) => Items = new(items); public List<int> Items { get; } }")]
    [InlineData(Event + "public readonly struct M { public M(in int x, in string y) => (X, Y) = (x, y); public readonly int X; public string Y { get; } }")]
    [InlineData(Event + "public class M { public M(params int[] values) => Values = values; public int[] Values { get; } }")]
    [InlineData(Event + "public class M { public M(int x, int scale = 2) => X = x; public M(int x, string text = \"\") => X = x; public int X { get; } }")]
    [InlineData(Event + "public class M { public int X { get; private set; } public M(int x) => X = x; }")]
    [InlineData(Event + "public class M { public int this[int index] => index; public static int S { get; set; } public const int C = 1; public static readonly int R = 2; public int X; public event Action? E; }")]
    [InlineData(Event + "public class M : IEquatable<M>, I { int I.Y => X; public int X { get; set; } public bool Equals(M? other) => true; } public interface I { int Y { get; } }")]
    [InlineData(Event + "public class B { public virtual int X { get; set; } } public sealed class M : B { public override int X { get; set; } }")]
    [InlineData(Event + "public class B { public int X => 1; } public sealed class M : B { public new int X { get; set; } }")]
    [InlineData(Event + "public class B { public int X => 1; } public sealed class M : B { public new int X() => 1; }")]
    [InlineData(Event + "public class M { private int _x; public int X { get => _x; set => _x = value; } }")]
    [InlineData("[Event(\"a\"), Obsolete] public partial record A(int X) { [Obsolete(\"x\")] public int Y { get; init; } [WireIgnore, Obsolete(\"x\", true)] public int Z { get; init; } }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup.Replace("private int _x", "[WireIgnore] private int _x", StringComparison.Ordinal));

    [Theory]
    [InlineData(Wrong + "public class M { public M(ref int x) => X = x; public int X { get; } }")]
    [InlineData(Wrong + "public class M { public M(long x) => X = (int)x; public int X { get; } }")]
    [InlineData(Wrong + "public class M { public M(int x) => X = x; public int? X { get; } }")]
    [InlineData(Wrong + "public class M { public M(params int[] values) => Values = new(values); public List<int> Values { get; } }")]
    [InlineData(Wrong + "public class M { private M() { } public int X { get; set; } }")]
    [InlineData(Lost + "public class M : I { int I.Y { get; set; } } public interface I { int Y { get; set; } }")]
    [InlineData(Lost + "public class M { private int X { get; set; } }")]
    [InlineData(Lost + "public class M { private int _x; public int X { get => _x; set => _x = value; } }")]
    [InlineData(Hidden + "public class B { public int X { get; set; } } public sealed class M : B { public new int X { get; set; } }")]
    [InlineData(Hidden + "public class B { public int X { get; set; } } public sealed class M : B { public new int X() => 1; }")]
    [InlineData(Hidden + "public class B { public int X { get; set; } } public sealed class M : B { public static new int X { get; set; } }")]
    [InlineData("public record B { public int Y { get; set; } } [Event(\"a\")] public partial record A : B { public new string {|DAY1125:Y|} { get; set; } = \"\"; }")]
    [InlineData("[Event(\"a\")] public partial record A(int X) { [Obsolete(\"x\", true)] public int {|DAY1126:Y|} { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record A(int X) { public int {|DAY1126:Y|} { get; [Obsolete(\"x\", true)] init; } }")]
    [InlineData("[Event(\"a\"), Obsolete(\"x\", true)] public partial record {|DAY1126:A|}(int X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1105:M|} X); public class M { [Obsolete(\"x\", true)] public M(int y) => Y = y; public int Y { get; } }")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);
}
