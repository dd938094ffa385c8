using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>Refuses options with which nothing could ever be recorded or replayed, before there is anything to lose.</summary>
internal static class ChatOptionChecks
{
    // A member by whose name requests and contents are taken apart.
    private const string KnownMember = "messageId";

    private static readonly Type[] Written = [typeof(ChatMessage), typeof(ChatOptions), typeof(AIContent), typeof(AdditionalPropertiesDictionary)];

    /// <summary>Refuses JSON settings that do not know the types of Microsoft.Extensions.AI, or give their members other names.</summary>
    internal static void Check(JsonSerializerOptions? json, string parameter)
    {
        ArgumentNullException.ThrowIfNull(json, parameter);
        foreach (Type type in Written)
        {
            if (!json.TryGetTypeInfo(type, out _))
            {
                throw new ArgumentException(
                    $"The Json settings do not know {type.Name}. Begin with new JsonSerializerOptions(AIJsonUtilities.DefaultOptions), and add resolvers for types of your own.", parameter);
            }
        }

        if (json.GetTypeInfo(typeof(ChatMessage)).Properties.All(static member => !string.Equals(member.Name, KnownMember, StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"The Json settings give the members of Microsoft.Extensions.AI other names: ChatMessage.MessageId must be \"{KnownMember}\". Leave PropertyNamingPolicy at JsonNamingPolicy.CamelCase.",
                parameter);
        }
    }

    /// <summary>Refuses what no recorder takes.</summary>
    internal static void Check(RecorderOptions? recorder, IEventStore store, string parameter)
    {
        ArgumentNullException.ThrowIfNull(recorder, parameter);
        try
        {
            _ = new LlmState.Recorder(store, "options", recorder);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException(
                "No recorder takes these Recorder options: MaxAttempts must be 1 or more, RetryDelay and MaxConflicts not negative, TimeProvider and Load not null.", parameter, exception);
        }
    }
}
