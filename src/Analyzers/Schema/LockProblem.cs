using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Schema;

/// <summary>What is wrong with a line of the schema file.</summary>
/// <param name="Span">Where.</param>
/// <param name="Cause">What, and what to do about it.</param>
internal sealed record LockProblem(TextSpan Span, string Cause);
