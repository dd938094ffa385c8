using System.Text.Json;
using Daybook.Schema;

namespace Daybook.Agents;

/// <summary>What the members of events are called in JSON.</summary>
internal static class EventDataNames
{
    private const string Rest = "Data";

    internal static string Of(WireMember member) => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);

    /// <summary>The member that takes whatever has no member of its own: the last one, if it is free-form and called <c>Data</c>.</summary>
    internal static WireMember? RestOf(RecordSchema schema) =>
        schema.Record.Members is [.., { Name: Rest, Type.Kind: WireKind.Json } last] ? last : null;
}
