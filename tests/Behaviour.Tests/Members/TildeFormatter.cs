namespace Daybook.Behaviour.Tests.Members;

/// <summary>For one member: text behind a tilde, and an address as its parts.</summary>
public sealed class TildeFormatter : IFormatter<string, string?>, IFormatter<Email, string[]>
{
    public static string? ToWire(string value) => value.Length == 0 ? null : "~" + value;

    public static string FromWire(string? wire) => wire is null ? "" : wire.TrimStart('~');

    public static string[] ToWire(Email value) => value.ToString().Split('@');

    public static Email FromWire(string[] wire) => new(string.Join('@', wire));
}
