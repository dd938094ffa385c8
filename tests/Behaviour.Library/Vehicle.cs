namespace Daybook.Behaviour.Library;

[WireUnion(0, typeof(Car)), WireUnion(1, typeof(Train))]
public abstract record Vehicle([property: WireKey(0)] string Name)
{
    public record Car(string Name, [property: WireKey(1)] int Doors) : Vehicle(Name);

    public sealed record Train(string Name, [property: WireKey(1)] Vehicle[] Cars) : Vehicle(Name);
}
