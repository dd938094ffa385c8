using System.Text.Json;

namespace Daybook.Agents.Runs;

/// <summary>A user put something in. What a <see cref="Ledger"/> appends of this kind; who did it stands in the metadata.</summary>
/// <param name="Turn">The turn, from 0.</param>
/// <param name="Payload">What there is to say about it.</param>
/// <param name="SessionId">The session.</param>
/// <param name="ModelProfile">The profile of the model that was used.</param>
/// <param name="ModelId">The model that was used.</param>
/// <param name="SchemaVersion">The version of the payload's shape.</param>
[Event(LedgerKinds.UserInjected)]
public sealed partial record UserInjected(int Turn, JsonElement Payload, string? SessionId, string? ModelProfile, string? ModelId, int SchemaVersion = 1);
