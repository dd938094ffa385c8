namespace Daybook.Tests;

/// <summary>A payload for other people's libraries.</summary>
/// <param name="Name">What it shows; several payloads may share a name.</param>
/// <param name="Payload">Bytes that we wrote.</param>
/// <param name="Description">What must be seen in them.</param>
/// <param name="ReadsBack">Whether we read other bytes of the same value as that value.</param>
internal sealed record ForeignCase(string Name, byte[] Payload, string Description, Func<byte[], bool> ReadsBack)
{
    public override string ToString() => Name;
}
