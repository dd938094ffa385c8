using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>Says whose parts change when something is written to.</summary>
internal sealed class OwnerFlow(ObjectFlow flow, ImmutableArray<IOperation> blocks)
{
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private ReferenceTable? _references;

    /// <summary>Where the object comes from that a target is part of.</summary>
    public ImmutableArray<Place> Of(IOperation target) => target.WithoutConversion() switch
    {
        ILocalReferenceOperation { Local.IsRef: true } local => ReferredBy(local.Local),
        IPropertyReferenceOperation { Property: { ReturnsByRef: false, IsStatic: false }, Instance: { } instance } when instance.Type.IsCopied() => Of(instance),
        IPropertyReferenceOperation { Instance: { } instance } => flow.Of(instance).Self,
        IFieldReferenceOperation { Instance: { } instance } => instance.Type.IsCopied() ? Of(instance) : flow.Of(instance).Self,
        IFieldReferenceOperation { Field: { IsStatic: true } field } => [new(Slot.Content, field.OriginalDefinition)],
        IEventReferenceOperation { Instance: { } instance } => flow.Of(instance).Self,
        IArrayElementReferenceOperation element => flow.Of(element.ArrayReference).Self,
        IImplicitIndexerReferenceOperation element => flow.Of(element.Instance).Self,
        IInlineArrayAccessOperation element => Of(element.Instance),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when !IsMaking => [new(Slot.Receiver, null)],
        IConditionalOperation { IsRef: true, WhenFalse: { } otherwise } choice => [.. Of(choice.WhenTrue), .. Of(otherwise)],
        IInvocationOperation { TargetMethod.ReturnsByRef: true } call => [.. call.Arguments.Select(argument => argument.Value).Append(call.Instance).OfType<IOperation>().SelectMany(given => flow.Of(given).Self)],
        _ => [],
    };

    /// <summary>Whether the member makes its object, so that nobody else has it yet.</summary>
    private bool IsMaking => flow.Member is IMethodSymbol { MethodKind: MethodKind.Constructor } or IMethodSymbol { IsInitOnly: true } or not IMethodSymbol;

    /// <summary>What a local refers to, wherever it was made to; of one that leads back to itself, what else it refers to.</summary>
    private ImmutableArray<Place> ReferredBy(ILocalSymbol local)
    {
        if (!_open.Add(local))
        {
            return [];
        }

        _references ??= new(blocks);
        ImmutableArray<Place> owners = [.. _references.TargetsOf(local).SelectMany(target => Of(target)).Concat(_references.LoopsOf(local).SelectMany(collection => flow.Of(collection).Self)).Distinct()];
        _open.Remove(local);
        return owners;
    }
}
