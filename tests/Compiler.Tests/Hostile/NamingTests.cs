using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Hostile;

public class NamingTests
{
    [Fact]
    public void Keywords_are_names_too() => TestCompiler.Generate(
        """
        namespace @class.@namespace;
        [Daybook.Event("a")] public partial record @event(string @class, int @params = 1, bool @record = true) { public required int @int { get; init; } }
        public enum @enum : ulong { @default = 1 }
        public record struct @struct(@enum @enum, @event[]? @event);
        [Daybook.State("s")] public partial record @static
        {
            public @struct @struct { get; init; }
            [Daybook.Reducer] @static @if(@event @event) => this;
        }
        """);

    [Fact]
    public void Keywords_are_cases_and_formatters_too() => TestCompiler.Generate(
        """
        namespace @class.@namespace;
        using Daybook;
        [WireUnion(0, typeof(@case)), WireUnion(1, typeof(@switch.value)), WireUnion(2, typeof(body))] public interface @interface;
        public record @case(@interface? @null, int position, int body) : @interface;
        public class @switch { public record struct value(@interface[] @default) : @interface; }
        public class body : @interface;
        [Formatter(typeof(@static))] public struct @int;
        public class @static : IFormatter<@int, @case> { public static @case ToWire(@int value) => null!; public static @int FromWire(@case wire) => default; }
        [Event("a")] public partial record @event(@interface wire, @int TFormatter, @int? Convert, [Formatter(typeof(@static))] @int writer);
        [State("s")] public partial record @state { public @interface? @readonly { get; init; } [Reducer] @state On(@event e) => this with { @readonly = e.wire }; }
        """);

    [Fact]
    public void A_type_may_be_called_as_the_language_writes_inferred_types() => TestCompiler.Generate(
        """
        using System;
        using System.Buffers;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using Daybook;
        public readonly record struct var(int N);
        public class Own : List<var?>;
        [Event("lists")] public partial record Lists(
            var[] A, int[][,] B, string?[,] C, List<var?> D, IEnumerable<(int X, var Y)> E, ImmutableArray<int[,][]> F, ImmutableList<string?> G, ImmutableQueue<var> H,
            IImmutableStack<int?> I, Queue<string?> J, LinkedList<var> K, ObservableCollection<string> L, ConcurrentQueue<var> M, ConcurrentBag<string> N, Memory<long> O,
            ReadOnlyMemory<var> P, ArraySegment<string?> Q, ReadOnlySequence<int> R, AppendableList<var> S, BitArray T, PriorityQueue<string?, int> U, Own V);
        [Event("sets")] public partial record Sets(HashSet<var> A, SortedSet<string> B, IImmutableSet<string> C, ImmutableSortedSet<int> D, FrozenSet<var> E);
        [Event("maps")] public partial record Maps(
            Dictionary<string, List<var?[]>> A, SortedDictionary<int, string?> B, SortedList<int, var> C, ReadOnlyDictionary<string, var?> D, IImmutableDictionary<var, int> E,
            ImmutableSortedDictionary<string, string?> F, FrozenDictionary<string, int?> G, ConcurrentDictionary<string, var> H);
        """);

    [Fact]
    public void Unions_of_one_name_inside_each_other_stay_apart()
    {
        string code = TestCompiler.Generate(
            """
            using Daybook;
            namespace A { [WireUnion(0, typeof(U)), WireUnion(1, typeof(V))] public interface I; public record U(B.I X) : I; public record V(I Y) : I; }
            namespace B { [WireUnion(0, typeof(U))] public interface I; public record U(A.I? Back, I Self) : I; }
            namespace C { [Event("a")] public partial record E(A.I X, System.Collections.Generic.List<B.I> Y); }
            """)["C.E.g.cs"];
        Assert.Contains("0 X: union I {0: U(0 X: union I_ {0: U_(0 Back: ref I?, 1 Self: ref I_)}), 1: V(0 Y: ref I)}, 1 Y: list<union I {", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_may_be_called_like_generated_locals_and_parameters() => TestCompiler.Generate(
        """
        using Daybook;
        [Event("a")] public partial record A(int value, string Value, int reader, int writer, int count, int index, int initial, int Options, int options, int CancellationToken, int state, int events)
        {
            public System.Collections.Generic.List<int> Items { get; init; } = [];
        }
        [State("s")] public partial record S { [Reducer] S On(A e) => this; }
        """.Replace("int reader", "int Reader", StringComparison.Ordinal));

    [Fact]
    public void User_namespaces_may_be_called_like_the_frameworks() => TestCompiler.Generate(
        """
        namespace My.System { public class Int32; public record Object; }
        namespace My.Daybook.MessagePack { public class MessagePackWriter; }
        namespace My
        {
            [global::Daybook.Event("a")] public partial record Opened(string Customer, global::System.Collections.Immutable.ImmutableArray<int?> Values);
            [global::Daybook.State("s")] public partial record Cart { [global::Daybook.Reducer] Cart On(Opened e, global::Daybook.EventContext c) => this; }
        }
        namespace Daybook.Shop
        {
            [Event("b")] public partial record Opened(string Customer);
            [State("t")] public partial record Cart { [Reducer] Cart On(Opened e) => this; }
        }
        """);

    [Fact]
    public void Older_language_versions_compile_it()
    {
        const string Source =
            """
            using Daybook;
            using System.Collections.Immutable;
            [Event("a")] public partial record A(string Text, ImmutableArray<int> Values, AppendableList<string> List, int[][] Array, ImmutableDictionary<string, int> Map, (int, int?) Pair);
            [State("s")] public partial record S { public ImmutableArray<int> Values { get; init; } = ImmutableArray<int>.Empty; [Reducer] S On(A e) => this; }
            """;
        TestCompiler.CompileAsOldest(TestCompiler.Generate(Source), Source);
    }

    [Fact]
    public void Types_nest_in_anything_partial() => TestCompiler.Generate(
        """
        using Daybook;
        namespace N;
        public partial class Outer { internal partial struct Middle { public partial record Inner { public partial interface Deep
        {
            [Event("a")] public partial record struct A(int X);
            [State("s")] public readonly partial record struct S { public A? Last { get; init; } [Reducer] S On(A e) => this with { Last = e }; }
        } } } }
        """);

    [Fact]
    public void Names_that_differ_in_case_only_get_files_of_their_own()
    {
        var files = TestCompiler.Generate("using Daybook; [Event(\"a\")] public partial record Opened; [Event(\"b\")] public partial record OPENED;");
        Assert.Equal(3, files.Count);
    }

    [Fact]
    public void The_global_namespace_and_oblivious_code_work() => Assert.Contains(
        "0 Text: string?, 1 Words: list<string?>?, 2 Map: map<string, string?>?",
        string.Concat(TestCompiler.Generate(TestCompiler.Compile(
            NullableContextOptions.Disable,
            "using Daybook; [Event(\"a\")] public partial record A(string Text, string[] Words, System.Collections.Generic.Dictionary<string, string> Map); [State(\"s\")] public partial record S { [Reducer] S On(A e) => this; }")).Values),
        StringComparison.Ordinal);

    [Fact]
    public void Records_of_one_name_inside_each_other_stay_apart()
    {
        string code = TestCompiler.Generate(
            "namespace A { public record Line(B.Line? Other); } namespace B { public record Line(A.Line? Back); } [Daybook.Event(\"a\")] public partial record E(A.Line Line);")["E.g.cs"];
        Assert.Contains("0 Line: Line(0 Other: Line_(0 Back: ref Line?)?)", code, StringComparison.Ordinal);
    }
}
