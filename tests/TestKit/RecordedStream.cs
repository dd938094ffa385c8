using System.Text.Json.Nodes;

namespace Daybook.Tests;

/// <summary>
/// A recorded stream of a provider, read line by line and without any code of the sample: what the sample must agree with.
/// </summary>
internal sealed record RecordedStream(IReadOnlyList<string> Text, IReadOnlyList<string> Reasoning, string? Error)
{
    internal static RecordedStream Read(string file)
    {
        var text = new List<string>();
        var reasoning = new List<string>();
        string? error = null;
        foreach (string line in File.ReadLines(file).Where(line => line.StartsWith("data: {", StringComparison.Ordinal)))
        {
            JsonNode message = JsonNode.Parse(line[6..])!;
            error ??= (string?)message["error"]?["message"];
            JsonNode? delta = message["choices"]?.AsArray().FirstOrDefault()?["delta"];
            Add(text, delta?["content"]);
            Add(reasoning, delta?["reasoning_content"] ?? delta?["reasoning"]);
            string? type = (string?)message["type"];
            Add(text, type == "response.output_text.delta" ? message["delta"] : null);
            Add(reasoning, type == "response.reasoning_summary_text.delta" ? message["delta"] : null);
            Add(text, type == "content_block_delta" ? message["delta"]!["text"] : null);
            Add(reasoning, type == "content_block_delta" ? message["delta"]!["thinking"] : null);

            // What belongs to a text without being one comes with an empty piece of it.
            string? kind = type == "content_block_delta" ? (string?)message["delta"]!["type"] : null;
            text.AddRange(kind == "citations_delta" ? [""] : []);
            reasoning.AddRange(kind == "signature_delta" ? [""] : []);
        }

        return new(text, reasoning, error);
    }

    private static void Add(List<string> tokens, JsonNode? token)
    {
        if ((string?)token is { Length: > 0 } value)
        {
            tokens.Add(value);
        }
    }
}
