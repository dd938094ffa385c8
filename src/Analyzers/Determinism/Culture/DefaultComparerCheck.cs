using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Finds <c>Comparer&lt;T&gt;.Default</c> of texts, and of what contains texts.</summary>
internal sealed class DefaultComparerCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.PropertyReference];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType: { TypeArguments.Length: 1 } type } property } && type.IsNamed("System.Collections.Generic", "Comparer"))
        {
            ITypeSymbol key = type.TypeArguments[0];
            reader.AddCulture(operation, property, reader.Context.Keys.Of(key), "sorts texts as the current culture orders them", "StringComparer.Ordinal");
            reader.Enter(reader.Context.Keys.ComparisonOf(key), receiver: null, operation);
        }
    }
}
