using Daybook.Generator.Equatable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Versions;

/// <summary>An upcaster or downcaster of the compilation.</summary>
/// <param name="Method">The method.</param>
/// <param name="Model">What was read from it; null when it is declined.</param>
/// <param name="Events">The events that it names.</param>
internal sealed record DeclaredCaster<TModel>(IMethodSymbol Method, TModel? Model, EquatableArray<string> Events)
    where TModel : class
{
    /// <summary>Whether the method takes an event, even if it is declined for something else.</summary>
    public bool Takes(INamedTypeSymbol type) => Method.Parameters.Length > 0 && Method.Parameters[0].Type.Is(type);
}
