using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class FormatterRuleTests
{
    private const string Good = " public class F : IFormatter<M, string> { public static string ToWire(M value) => \"\"; public static M FromWire(string wire) => default!; }";

    [Theory]
    [InlineData("[Formatter(typeof({|DAY1117:string|}))] public struct M;")]
    [InlineData("[Formatter(typeof({|DAY1117:F|}))] public struct N; public struct M;" + Good)]
    [InlineData("[Formatter({|DAY1117:null!|})] public struct M;")]
    [InlineData("[Formatter(typeof({|DAY1117:I|}))] public class M; public interface I : IFormatter<M, string>;")]
    [InlineData("[Formatter(typeof({|DAY1118:G|}))] public class M; public abstract class G : F, IFormatter<M, int> { static int IFormatter<M, int>.ToWire(M value) => 0; public static M FromWire(int wire) => default!; }" + Good)]
    [InlineData("[Formatter(typeof({|DAY1120:G<>|}))] public class M; public abstract class G<T> : F;" + Good)]
    public Task Declines_where_the_type_stands(string markup) => Verifier.VerifyAsync<MemberTypeAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A([Formatter(typeof({|DAY1117:F|}))] int X); public struct M;" + Good)]
    [InlineData("[Event(\"a\")] public partial record A { [Formatter(typeof({|DAY1117:F|}))] public List<M> X; } public struct M;" + Good)]
    [InlineData("[Event(\"a\")] public partial record A([property: Formatter(typeof({|DAY1119:F|}))] M X); public struct M; file class F : IFormatter<M, string> { public static string ToWire(M value) => \"\"; public static M FromWire(string wire) => default; }")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1119:M|} X); [Formatter(typeof(F))] public struct M { class F : IFormatter<M, string> { public static string ToWire(M value) => \"\"; public static M FromWire(string wire) => default; } }")]
    [InlineData("[Event(\"a\")] public partial record A([Formatter(typeof({|DAY1120:F<>|}))] M X); public struct M; public class F<T> : IFormatter<M, T> { public static T ToWire(M value) => default!; public static M FromWire(T wire) => default!; }")]
    [InlineData("[Event(\"a\")] public partial record A([Formatter(typeof({|DAY1103:F|}))] M X); public struct M; public class F : IFormatter<M, object> { public static object ToWire(M value) => default!; public static M FromWire(object wire) => default!; }")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1121:M|} X); [Formatter(typeof(F))] public struct M; public class F : IFormatter<M, M> { public static M ToWire(M value) => value; public static M FromWire(M wire) => wire; }")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1121:List<M>|} X); [Formatter(typeof(F))] public struct M; public class F : IFormatter<M, List<M>> { public static List<M> ToWire(M value) => []; public static M FromWire(List<M> wire) => default; }")]
    public Task Declines_where_the_formatter_is_used(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(M X, M? Y, List<M?> Z, Dictionary<M, M> W, [Formatter(typeof(F))] M? V = null); [Formatter(typeof(F))] public sealed class M;" + Good)]
    [InlineData("[Event(\"a\")] public partial record A(M X, M? Y, (M, M?) Z, HashSet<M> W); [Formatter(typeof(M))] public readonly struct M : IFormatter<M, int> { static int IFormatter<M, int>.ToWire(M value) => 1; static M IFormatter<M, int>.FromWire(int wire) => default; }")]
    [InlineData("[Event(\"a\")] public partial record A([Formatter(typeof(F))] string X, [Formatter(typeof(F))] string? Y); public class F : IFormatter<string, string> { public static string ToWire(string value) => value; public static string FromWire(string wire) => wire; }")]
    [InlineData("[Event(\"a\")] public partial record A([Formatter(typeof(F))] Action X, [Formatter(typeof(G<int>))] object Y); public class F : IFormatter<Action, string?> { public static string? ToWire(Action value) => null; public static Action FromWire(string? wire) => () => { }; } public class G<T> : IFormatter<object, T?> { public static T? ToWire(object value) => default; public static object FromWire(T? wire) => new(); }")]
    [InlineData("[Event(\"a\")] public partial record A(M X); [Formatter(typeof(F))] public class M; public record W(List<M> Inner); public class F : IFormatter<M, W> { public static W ToWire(M value) => new([]); public static M FromWire(W wire) => new(); }")]
    [InlineData("[Event(\"a\")] public partial record A(E X, U Y); [Formatter(typeof(F))] public enum E { A } public class F : IFormatter<E, string>, IFormatter<U, string> { public static string ToWire(E value) => \"\"; static E IFormatter<E, string>.FromWire(string wire) => default; public static string ToWire(U value) => \"\"; static U IFormatter<U, string>.FromWire(string wire) => default!; } [Formatter(typeof(F))] public interface U;")]
    public async Task Accepts(string markup)
    {
        await Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);
        await Verifier.VerifyAsync<MemberTypeAnalyzer>(markup);
    }
}
