using System.Text.Json;

namespace Daybook.Schema;

/// <summary>How payloads look as JSON, in both directions.</summary>
public sealed record PayloadJsonOptions
{
    /// <summary>The settings where none are given.</summary>
    public static PayloadJsonOptions Default { get; } = new();

    /// <summary>Turns members' names into those of JSON; null for members' own names. Enums, cases of unions and keys of maps stay as they are.</summary>
    public JsonNamingPolicy? Naming { get; init; }

    /// <summary>Whether time spans are numbers of seconds, to the tick of 100 ns, and not texts.</summary>
    public bool TimeSpansInSeconds { get; init; }

    /// <summary>The name of a member in JSON.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The name.</returns>
    public string NameOf(WireMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Naming?.ConvertName(member.Name) ?? member.Name;
    }
}
