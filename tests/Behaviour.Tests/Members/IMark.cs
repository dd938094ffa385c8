namespace Daybook.Behaviour.Tests.Members;

/// <summary>A union of a struct, a class and a class that derives from that.</summary>
[WireUnion(1, typeof(Dot)), WireUnion(2, typeof(Label)), WireUnion(3, typeof(Link))]
public interface IMark
{
    public readonly record struct Dot(int X, int Y) : IMark;

    public class Label : IMark
    {
        [WireKey(0)]
        public string Text { get; set; } = "";
    }

    public sealed class Link : Label
    {
        [WireKey(1)]
        public Uri? Target { get; set; }
    }
}
