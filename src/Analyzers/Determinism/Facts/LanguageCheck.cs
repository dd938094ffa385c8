using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Finds what the language itself does that does not replay: waiting, locks, dynamic calls, delegates and pointers from elsewhere.</summary>
internal sealed class LanguageCheck : IOperationCheck
{
    private const string Yields = "gives way to other work, which runs differently each time";

    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Lock, OperationKind.Await, OperationKind.Loop, OperationKind.Using, OperationKind.UsingDeclaration, OperationKind.DynamicInvocation,
        OperationKind.DynamicMemberReference, OperationKind.DynamicObjectCreation, OperationKind.DynamicIndexerAccess, OperationKind.Conversion,
        OperationKind.Binary, OperationKind.Unary, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement,
        OperationKind.FunctionPointerInvocation, OperationKind.Invocation, OperationKind.AddressOf,
    ];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case ILockOperation { Syntax: LockStatementSyntax statement }:
                Add(reader, operation, NonDeterminism.Thread, "lock", "waits for other threads, which run differently each time", statement.LockKeyword);
                break;
            case IAwaitOperation { Syntax: AwaitExpressionSyntax expression }:
                Add(reader, operation, NonDeterminism.Thread, "await", Yields, expression.AwaitKeyword);
                break;
            case IForEachLoopOperation { IsAsynchronous: true, Syntax: CommonForEachStatementSyntax loop }:
                Add(reader, operation, NonDeterminism.Thread, "await foreach", Yields, loop.AwaitKeyword);
                break;
            case IUsingOperation { IsAsynchronous: true, Syntax: UsingStatementSyntax block }:
                Add(reader, operation, NonDeterminism.Thread, "await using", Yields, block.AwaitKeyword);
                break;
            case IUsingDeclarationOperation { IsAsynchronous: true, Syntax: LocalDeclarationStatementSyntax declaration }:
                Add(reader, operation, NonDeterminism.Thread, "await using", Yields, declaration.AwaitKeyword);
                break;
            case var _ when IsDynamic(operation) && !(operation.Parent is { } outer && IsDynamic(outer)):
                Add(reader, operation, NonDeterminism.Reflection, "dynamic", "decides at run time what is called", operation.Syntax);
                break;
            case IFunctionPointerInvocationOperation:
                Add(reader, operation, NonDeterminism.Interop, "function pointer", "decides at run time what is called", operation.Syntax);
                break;
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } } call when IsFromElsewhere(call.Instance, reader.Context):
                reader.Add(operation, new(NonDeterminism.Unknown, EffectSeverity.Info, Accessed(call.Instance) is IMemberReferenceOperation { Member: var member } ? member.ToApi() : "delegate", "calls a method that cannot be seen", operation.Syntax));
                break;
            case IInvocationOperation { TargetMethod: { IsExtern: true } method } when reader.Context.IsSource(method):
                reader.Add(operation, method, NonDeterminism.Interop, EffectSeverity.Warning, "runs native code");
                break;
            case IAddressOfOperation:
                Add(reader, operation, NonDeterminism.Interop, "address-of", "gives addresses, which differ from run to run", operation.Syntax);
                break;
        }
    }

    /// <summary>Whether what an operation does is decided at run time, by what its operands are then. Of those that stand in a row the widest says it for all.</summary>
    private static bool IsDynamic(IOperation operation) => operation switch
    {
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation => true,
        IConversionOperation { IsTryCast: false, Type: { TypeKind: not TypeKind.Dynamic, SpecialType: not SpecialType.System_Object } } conversion => GivesDynamic(conversion.Operand),
        IBinaryOperation binary => GivesDynamic(binary.LeftOperand) || GivesDynamic(binary.RightOperand),
        IUnaryOperation unary => GivesDynamic(unary.Operand),
        ICompoundAssignmentOperation compound => GivesDynamic(compound.Target) || GivesDynamic(compound.Value),
        IIncrementOrDecrementOperation step => GivesDynamic(step.Target),
        _ => false,
    };

    private static bool GivesDynamic(IOperation operand) => operand.Type is { TypeKind: TypeKind.Dynamic };

    /// <summary>
    /// Whether the body that a delegate calls may not have been seen where the delegate was made. Parameters and locals are
    /// filled by code that is followed, read-only members by their initializers.
    /// </summary>
    private static bool IsFromElsewhere(IOperation? instance, DeterminismContext context) => Accessed(instance)?.WithoutConversion() switch
    {
        IFieldReferenceOperation { Field: var field } => !field.IsReadOnly || !context.IsSource(field),
        IPropertyReferenceOperation { Property: var property } => property.SetMethod is { IsInitOnly: false } || !context.IsSource(property),
        IEventReferenceOperation => true,
        IInvocationOperation { TargetMethod: var method } => !context.IsSource(method),
        IArrayElementReferenceOperation => true,
        _ => false,
    };

    private static IOperation? Accessed(IOperation? instance) => instance is IConditionalAccessInstanceOperation access ? access.Accessed() : instance;

    private static void Add(BodyReader reader, IOperation operation, NonDeterminism kind, string api, string reason, SyntaxNodeOrToken place) =>
        reader.Add(operation, new(kind, EffectSeverity.Warning, api, reason, place));
}
