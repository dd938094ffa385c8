using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>
/// The hash by which the recorded answer to a request is found again: SHA-256 over <c>daybook-chat-request/1</c>, a line feed, and the request as canonical
/// JSON, in lower-case hexadecimal.
/// </summary>
/// <remarks>
/// The JSON is an object of <c>messages</c>, <c>options</c> and <c>tools</c> (name, description, schema and further properties of each, and of those of
/// Microsoft.Extensions.AI that run at the provider's all they are told but headers), in the form of Microsoft.Extensions.AI: members sorted ordinally by name,
/// no blanks, numbers as they are written. A message's id and time do not count, and neither do raw representations. Of a
/// <see cref="ChatOptions.RawRepresentationFactory"/> counts that there is one (<c>hasRawRepresentation</c>), not what it makes. The model counts where the
/// options name it; a client's own default does not.
/// </remarks>
public static class ChatRequestHash
{
    /// <summary>Which rules a hash follows; it stands in front of what is hashed.</summary>
    public const int Version = 1;

    /// <summary>Computes the hash of a request.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options; null is the same as options that say nothing.</param>
    /// <param name="json">Turns further properties into JSON; <see cref="AIJsonUtilities.DefaultOptions"/> unless said.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Compute(IEnumerable<ChatMessage> messages, ChatOptions? options = null, JsonSerializerOptions? json = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return ChatRequest.Of(messages, options, json ?? AIJsonUtilities.DefaultOptions, keepsJson: false).Hash;
    }
}
