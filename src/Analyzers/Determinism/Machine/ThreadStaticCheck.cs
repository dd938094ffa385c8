using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Machine;

/// <summary>Finds fields of which each thread has its own.</summary>
internal sealed class ThreadStaticCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.FieldReference];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is IFieldReferenceOperation { Field: { IsStatic: true } field } && field.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute" }))
        {
            reader.Add(operation, field, NonDeterminism.Ambient, EffectSeverity.Warning, "belongs to the thread or the call, not to the event", "a member of the event");
        }
    }
}
