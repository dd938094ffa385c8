using System.Text.Json;

namespace Daybook.Llm;

/// <summary>TOKEN: the model has said a piece of text.</summary>
/// <param name="Value">The piece, as it came: it may be empty, or half of a surrogate pair.</param>
/// <param name="Index">Its position among the tokens of its kind in this attempt, from 0.</param>
/// <param name="Kind">What the piece belongs to.</param>
/// <param name="IsJoined">Whether it came in the same chunk as the event before it.</param>
/// <param name="Details">What came with the piece besides, as JSON: annotations, signatures.</param>
[Event("llm.token")]
public readonly partial record struct TokenEvent(string Value, int Index, TokenKind Kind = TokenKind.Text, bool IsJoined = false, JsonElement? Details = null);
