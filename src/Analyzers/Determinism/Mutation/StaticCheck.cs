using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Mutation;

/// <summary>Finds static members that change: what a reducer then sees depends on what ran before it in the process.</summary>
internal sealed class StaticCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.FieldReference, OperationKind.PropertyReference, OperationKind.EventReference];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is not IMemberReferenceOperation { Instance: null, Member: { IsStatic: true } member } reference
            || member is IMethodSymbol || IsOfThread(member) || !IsKnown(reader, member) || Statics.IsInitializing(reader.Body, member.OriginalDefinition))
        {
            return;
        }

        bool isWritten = IsWritten(reference);
        if (isWritten && (Statics.IsReplaceable(member) || !reader.Context.IsSource(member)))
        {
            reader.Add(operation, member, NonDeterminism.Static, EffectSeverity.Warning, "changes what others read, and every replay does it again", "a member of the state");
        }
        else if (Statics.IsReplaceable(member))
        {
            reader.Add(operation, member, NonDeterminism.Static, EffectSeverity.Warning, "is static and can change, so that it depends on what ran before", "a constant, a read-only member or a member of the state");
        }
        else if (Statics.IsChangeable(member) && reader.Match(operation, NonDeterminism.Static, EffectSeverity.Warning))
        {
            reader.Body.Add(new Call(Slot.Run, member.OriginalDefinition, Slot.Content, Receiver: null, operation.Syntax));
        }
    }

    /// <summary>Whether each thread has a value of its own, which is another rule's matter.</summary>
    private static bool IsOfThread(ISymbol member) => member is IFieldSymbol && member.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute" });

    /// <summary>Whether nothing else speaks of the member: no attribute, and no row.</summary>
    private static bool IsKnown(BodyReader reader, ISymbol member) => reader.Context.Trust.Of(member).IsSilent && reader.Context.Database.Find(member) is null;

    private static bool IsWritten(IMemberReferenceOperation reference) => reference.Usage().Writes
        || reference.Parent is IEventAssignmentOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };
}
