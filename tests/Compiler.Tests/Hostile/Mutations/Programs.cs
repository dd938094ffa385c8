namespace Daybook.Compiler.Tests.Hostile.Mutations;

/// <summary>Valid programs that mutants are made of.</summary>
internal static class Programs
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        using System;
        using System.Collections.Immutable;
        using Daybook;
        namespace Shop;
        /// <summary>A customer has come.</summary>
        /// <param name="Customer">Who it is.</param>
        [Event("cart.opened")] public partial record Opened(string Customer);
        [Event("cart.item-added")] public partial record ItemAdded(string Sku, int Quantity = 1, decimal UnitPrice = 9.95m);
        [Event("cart.checked-out")] public partial record struct CheckedOut(string PaymentId, DateTimeOffset? At);
        public readonly record struct Line(string Sku, int Quantity, decimal UnitPrice);
        [State("cart")]
        public partial record Cart
        {
            public string Customer { get; init; } = "";
            public ImmutableArray<Line> Lines { get; init; } = [];
            public DateTimeOffset? CheckedOutAt { get; init; }
            [Reducer] Cart On(Opened e) => this with { Customer = e.Customer };
            [Reducer] Cart On(ItemAdded e) => this with { Lines = Lines.Add(new(e.Sku, e.Quantity, e.UnitPrice)) };
            [Reducer] static Cart On(Cart cart, CheckedOut e, EventContext context) => cart with { CheckedOutAt = context.Timestamp };
        }
        class Program
        {
            async System.Threading.Tasks.Task Run(IEventStore store)
            {
                var recorder = new Cart.Recorder(store, "cart-42");
                await recorder.RecordOpenedAsync("ada");
                await using var batch = recorder.Batch();
                batch.RecordItemAdded("sku-2", 1, 0.05m);
            }
        }
        """,
        """
        using System.Collections.Generic;
        using Daybook;
        partial class Outer<T>;
        partial class Outer
        {
            public enum Colour : byte { Red = 1, Green }
            public sealed class Node(string name, List<Node>? children)
            {
                public string Name { get; } = name;
                public List<Node>? Children { get; } = children;
            }
            [Event("a.b")]
            internal partial record Wide([property: WireKey(2)] Colour Colour, [property: WireKey(0)] (int A, string? B) Pair, [property: WireKey(7)] Node? Root)
            {
                [WireKey(1)] public required Dictionary<string, int[][]> Map { get; init; } = [];
                [WireKey(3)] public IReadOnlyList<byte[]?>? Blobs { get; init; }
                public int Computed => Map.Count;
            }
            [Event("c")] internal partial record @event(int @class, char @else = '\n', double Number = double.NaN, Colour Tint = Colour.Green);
            [State("s"), Records<@event>(As = "Thing"), Records<Wide>]
            internal partial record State(int Count)
            {
                public static State Initial { get; } = new(0);
                [Reducer] State On(@event e) => new(Count + 1);
            }
        }
        """,
        """
        using Daybook;
        namespace A { [Event("x.one")] public partial record struct One(long Value) { public long Twice => Value * 2; } }
        namespace B
        {
            [Event("x.two")] public sealed partial record Two : Base { [WireKey(1)] public string? Text { get; init; } [WireKey(3)] public AppendableText More { get; init; } = new("a"); }
            public abstract record Base { [WireKey(0)] public int Number { get; init; } = 5; [WireKey(2)] public System.Guid Id; }
        }
        namespace C
        {
            using A; using B;
            [State("x", Version = 2)]
            partial record struct Both(long Sum, AppendableList<string> Texts)
            {
                public static Both Initial => new(0, []);
                [Reducer] Both On(One e, in EventContext context) => this with { Sum = Sum + e.Value + context.Sequence };
                [Reducer] static Both Apply(Both both, Two e) => both with { Texts = both.Texts.Append(e.Text ?? "") };
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using Daybook;
        [WireUnion(0, typeof(Circle)), WireUnion(-1, typeof(Group))] public abstract record Shape;
        public sealed record Circle(Money Price, [property: WireIgnore] int Cached = 0) : Shape;
        public record Group(List<Shape> Shapes, Shape? Frame = null) : Shape;
        [Formatter(typeof(MoneyFormatter))] public readonly record struct Money(decimal Amount);
        public sealed class MoneyFormatter : IFormatter<Money, string>
        {
            public static string ToWire(Money value) => $"{value.Amount}";
            public static Money FromWire(string wire) => new(decimal.Parse(wire));
        }
        [Event("added", FormerNames = ["cart.added"])] public partial record AddedV1(Shape Shape);
        [Event("added", Version = 2)] public partial record AddedV2(Shape Shape, Half[,] Grid, KeyValuePair<int, string?> Pair);
        [Event("added", Version = 3, WriteVersion = 2)] public partial record Added(Shape Shape, Half[,] Grid, KeyValuePair<int, string?> Pair, Added? Before = null);
        [Event("noted", Version = 2, WriteVersion = 1)] public readonly partial record struct Noted(string Text);
        [Event("noted")] public partial record NotedV1(byte[] Text);
        static class Casters
        {
            [Upcaster] internal static AddedV2? Up(AddedV1 e) => e.Shape is Circle ? null : new(e.Shape, new Half[1, 1], default);
            [Upcaster] internal static (Added First, Noted? Second) Up(AddedV2 e, EventContext context) => (new(e.Shape, e.Grid, e.Pair), null);
            [Upcaster] internal static Noted Up(in NotedV1 e) => new("");
            [Downcaster] internal static NotedV1 Down(Noted e) => new([]);
        }
        [State("cart"), Records<Noted>]
        public partial record Cart
        {
            public int Parts { get; init; }
            [Reducer] Cart On(Added e, EventContext context) => this with { Parts = Parts + context.Part };
        }
        """,
        """
        using Daybook;
        namespace Generic;
        record Box<T>(T Value, T[]? Others = null);
        readonly record struct Pair<TFirst, TSecond>(TFirst First, TSecond? Second) where TFirst : notnull;
        class Outer<T>
        {
            internal sealed record Inner<TItem>(T Held, TItem Item) : Box<TItem>(Item);
        }
        [Event("put")] public partial record Put(int Value);
        [State("boxes")]
        public partial record Boxes
        {
            public int Count { get; init; }
            [Reducer] Boxes On(Put e) => new Box<int>(1) == new Box<int>(e.Value) || new Pair<int, string>(1, null).Equals(new(e.Value, null))
                ? this
                : this with { Count = $"{new Box<int>(e.Value)}".Length + (new Outer<long>.Inner<int>(1, 2) with { Item = Count }).Item };
        }
        """,
    ];
}
