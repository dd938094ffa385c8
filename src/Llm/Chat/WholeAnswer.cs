using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>A complete answer with all of its chunks, and the moments at which they came.</summary>
internal sealed record WholeAnswer(RecordedAnswer Answer, IReadOnlyList<(DateTimeOffset At, ChatResponseUpdate Update)> Chunks);
