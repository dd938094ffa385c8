using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>Why a line of a determinism file is passed over.</summary>
/// <param name="Span">The words that are wrong.</param>
/// <param name="Text">What is wrong with them and what to do.</param>
internal sealed record DatabaseProblem(TextSpan Span, string Text);
