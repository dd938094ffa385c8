namespace Daybook.Behaviour.Tests.Members;

/// <summary>A struct that is its own formatter.</summary>
[Formatter(typeof(Angle))]
public readonly record struct Angle : IFormatter<Angle, long>
{
    private readonly long _seconds;

    public Angle(double degrees) => _seconds = (long)(degrees * 3600);

    private Angle(long seconds) => _seconds = seconds;

    static long IFormatter<Angle, long>.ToWire(Angle value) => value._seconds;

    static Angle IFormatter<Angle, long>.FromWire(long wire) => new(wire);
}
