namespace Daybook.Behaviour.Tests.Members;

/// <summary>A class that is recorded as text.</summary>
[Formatter(typeof(EmailFormatter))]
public sealed class Email(string text)
{
    public override string ToString() => text;

    public override bool Equals(object? obj) => obj is Email other && other.ToString() == text;

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);
}
