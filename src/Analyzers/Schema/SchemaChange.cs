using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Schema;

/// <summary>A difference between a declaration and its line.</summary>
/// <param name="Rule">What it means.</param>
/// <param name="Path">The way from the declaration to it.</param>
/// <param name="Place">The token at the end of that way.</param>
/// <param name="Arguments">What the message says of it, behind the event or state.</param>
internal sealed record SchemaChange(DiagnosticDescriptor Rule, ImmutableArray<SchemaStep> Path, SchemaPlace Place, ImmutableArray<string> Arguments)
{
    public bool IsBreaking => Rule.DefaultSeverity == DiagnosticSeverity.Error;
}
