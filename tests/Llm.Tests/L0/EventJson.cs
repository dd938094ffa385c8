using System.Text.Json;

namespace Daybook.Tests.L0;

/// <summary>Writes events as JSON, to compare them by value.</summary>
internal static class EventJson
{
    internal static string Of(object value) => JsonSerializer.Serialize(value, value.GetType());
}
