namespace Daybook.Compiler.Tests.Interop;

/// <summary>Events and states for the generated resolver.</summary>
internal static class Shop
{
    public const string Source =
        """
        using Daybook;
        namespace Shop;

        [Event("cart.opened")] public partial record Opened(string Customer, byte[]? Token = null);
        [Event("cart.moved")] public readonly partial record struct Moved(int X, int Y);

        [State("cart")]
        public partial record Cart
        {
            public string Customer { get; init; } = "";
            [Reducer] Cart On(Opened e) => this with { Customer = e.Customer };
        }

        [State("place")]
        public readonly partial record struct Place(int X)
        {
            [Reducer] Place On(Moved e) => new(e.X);
        }

        [Event("noted"), MessagePack.MessagePackObject]
        public partial record Noted(
            [property: MessagePack.Key(4)] int Last,
            [property: MessagePack.Key(0)] string Name,
            [property: MessagePack.Key(2)] Mark Mark,
            [property: MessagePack.IgnoreMember] int Local = 7);

        [MessagePack.Union(-2, typeof(Dot)), MessagePack.Union(3, typeof(Line))]
        public abstract record Mark;

        [MessagePack.MessagePackObject] public record Dot([property: MessagePack.Key(1)] int X) : Mark;
        [MessagePack.MessagePackObject] public record Line([property: MessagePack.Key(0)] Mark From, [property: MessagePack.Key(2)] int? To) : Mark;

        partial class Outer
        {
            [Event("hidden")] private partial record Hidden(int X);
            [State("hidden")] private partial record HiddenState { [Reducer] HiddenState On(Hidden e) => this; }
        }
        """;
}
