using System.Text.Json;

namespace Daybook.Types.Tests;

/// <summary>Samples that take more than an expression.</summary>
internal static class Sample
{
    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
