using System.Reflection;
using Daybook.Compiler.Tests.Interop;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Snapshots;

/// <summary>Complete outputs, to be read. <c>DAYBOOK_UPDATE_SNAPSHOTS=1</c> rewrites them.</summary>
public class SnapshotTests
{
    private static readonly string Folder = Path.Combine(
        typeof(SnapshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "tests", "Compiler.Tests", "Snapshots");

    [Fact]
    public void Cart() => AssertSnapshot(
        "Cart",
        """
        using System;
        using System.Collections.Immutable;
        using Daybook;
        namespace Shop;

        /// <summary>A customer has come.</summary>
        /// <param name="Customer">Who it is.</param>
        [Event("cart.opened")]      public partial record Opened(string Customer);
        [Event("cart.item-added")]  public partial record ItemAdded(string Sku, int Quantity, decimal UnitPrice);
        [Event("cart.checked-out")] public partial record CheckedOut(string PaymentId);
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
        """);

    [Fact]
    public void Shapes() => AssertSnapshot(
        "Shapes",
        """
        using System.Collections.Generic;
        using Daybook;

        public enum Colour : byte { Red = 1 }
        public sealed record Node(string Name, Node? Next = null);

        partial class Outer
        {
            [Event("shapes", Version = 2)]
            internal readonly partial record struct Shapes([WireKey(1)] Colour? Colour, [WireKey(3)] Dictionary<string, HashSet<int>> Map, [WireKey(4)] (int, Node)[]? Pairs = null);
        }
        """);

    [Fact]
    public void Unions() => AssertSnapshot(
        "Unions",
        """
        using System.Collections.Generic;
        using Daybook;

        [WireUnion(0, typeof(Circle)), WireUnion(-1, typeof(Group))]
        public abstract record Shape;
        public sealed record Circle(Money Price) : Shape;
        public record Group(List<Shape> Shapes, Shape? Frame = null) : Shape;

        [Formatter(typeof(MoneyFormatter))]
        public readonly record struct Money(decimal Amount);
        public sealed class MoneyFormatter : IFormatter<Money, string>
        {
            public static string ToWire(Money value) => $"{value.Amount}";
            public static Money FromWire(string wire) => new(decimal.Parse(wire));
        }

        [Event("drawn")]
        public partial record Drawn(Shape Shape, [WireIgnore] string? Note = null);
        """);

    [Fact]
    public void Versions() => AssertSnapshot(
        "Versions",
        """
        using Daybook;
        namespace Shop;

        [Event("added", FormerNames = ["cart.added"])] public partial record AddedV1(string Sku);
        [Event("added", Version = 2)] public partial record AddedV2(string Sku, int Quantity);
        [Event("added", Version = 3, WriteVersion = 2)] public partial record Added(string Sku, int Quantity, decimal Price);
        [Event("noted", Version = 2, WriteVersion = 1)] public readonly partial record struct Noted(string Text);
        [Event("noted")] public partial record NotedV1(byte[] Text);

        static class Casters
        {
            [Upcaster] internal static AddedV2? Up(AddedV1 e) => e.Sku.Length == 0 ? null : new(e.Sku, 1);
            [Upcaster] internal static (Added First, Noted? Second) Up(AddedV2 e, EventContext context) => (new(e.Sku, e.Quantity, 0m), null);
            [Upcaster] internal static Noted Up(in NotedV1 e) => new("");
            [Downcaster] internal static NotedV1 Down(Noted e) => new([]);
        }

        [State("cart"), Records<Noted>]
        public partial record Cart
        {
            public int Parts { get; init; }

            [Reducer] Cart On(Added e, EventContext context) => this with { Parts = Parts + context.Part };
        }
        """);

    [Fact]
    public void Comparers() => AssertSnapshot(
        "Comparers",
        """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using Daybook;
        namespace Shop;

        [Event("tagged")] public partial record Tagged(ImmutableSortedSet<string> Tags, SortedList<(string Region, int Number), int> Places);

        [State("tags")]
        public partial record Tags
        {
            public static Tags Initial { get; } = new();

            public ImmutableSortedSet<string> All { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
            public ImmutableDictionary<string, ImmutableSortedSet<string>> ByFirst { get; init; } = ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.OrdinalIgnoreCase);
            public IReadOnlySet<string>? Empty { get; init; }

            [Reducer] Tags On(Tagged e) => this with { All = All.Union(e.Tags) };
        }
        """);

    [Fact]
    public void Resolver() => AssertSnapshot(
        "Resolver",
        TestCompiler.Generate(Shop.Source, PeerApi.Source, PeerAttributes.Source).Where(file => file.Key == "Daybook.Generated.MessagePack.g.cs"));

    private static void AssertSnapshot(string name, string source) => AssertSnapshot(name, TestCompiler.Generate(source));

    private static void AssertSnapshot(string name, IEnumerable<KeyValuePair<string, string>> files)
    {
        string actual = string.Concat(files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"==== {file.Key}\n{file.Value}"));
        string path = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("DAYBOOK_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
