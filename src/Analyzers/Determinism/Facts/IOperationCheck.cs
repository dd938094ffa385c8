using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>
/// Looks at every operation that can run, outer before inner, and adds what it finds to the body. Operations that never run
/// (<c>nameof</c>, expression trees, branches behind a constant condition, calls that the compiler leaves out) are not shown.
/// </summary>
internal interface IOperationCheck
{
    /// <summary>The kinds of operations that it looks at; none for all.</summary>
    ImmutableArray<OperationKind> Kinds { get; }

    void Check(IOperation operation, BodyReader reader);
}
