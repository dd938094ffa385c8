namespace Daybook.Behaviour.Tests.Members;

public sealed class EmailFormatter : IFormatter<Email, string>
{
    public static string ToWire(Email value) => value.ToString();

    public static Email FromWire(string wire) => new(wire);
}
