using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>A place that gives a variable, or a member of what it holds, a value.</summary>
/// <param name="Operation">The operation that does.</param>
/// <param name="Member">The member that is set; null for the variable itself.</param>
/// <param name="IsPart">Whether the value becomes an element or anything else inside of what the variable holds.</param>
/// <param name="Value">The value.</param>
/// <param name="IsEntry">Whether a caller gives the value to a parameter, before anything in its function runs.</param>
internal sealed record Definition(IOperation Operation, ISymbol? Member, bool IsPart, Func<ObjectValue> Value, bool IsEntry = false);
