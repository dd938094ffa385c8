using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>
/// Decides whether what a loop does comes out the same in every order of its elements: all that it changes outside itself are
/// exact sums, extremes, constants, sets and keyed collections, and it leaves in one way only.
/// </summary>
internal sealed class LoopBody
{
    private readonly IOperation _loop;
    private readonly IOperation _body;
    private readonly LocalUses _locals;
    private readonly LoopKey _key;
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _constants = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, BinaryOperatorKind> _families = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IOperation> _ownReads = [];
    private readonly List<IOperation> _exits = [];
    private bool _isSensitive;
    private bool _hasWork;

    private LoopBody(IOperation loop, IOperation body, Elements elements, LocalUses locals)
    {
        _loop = loop;
        _key = new(loop, elements);
        _body = body;
        _locals = locals;
    }

    /// <param name="loop">The loop, or the lambda that is called for each element.</param>
    /// <param name="body">What it does.</param>
    /// <param name="elements">What tells its elements apart.</param>
    /// <param name="locals">The locals of the block around it.</param>
    public static bool IsOrderFree(IOperation loop, IOperation body, Elements elements, LocalUses locals)
    {
        var reading = new LoopBody(loop, body, elements, locals);
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            reading.Read(operation);
            if (reading._isSensitive)
            {
                return false;
            }
        }

        return reading.LeavesOneWay() && !reading.ReadsWhatItWrites();
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } assignment:
                Assign(assignment);
                break;
            case ICompoundAssignmentOperation { Target: { } target, OperatorKind: var kind } when IsOutside(target):
                Fold(target, kind.IsCommutative() && target.Type.IsExact(), kind.Family());
                break;
            case IIncrementOrDecrementOperation { Target: { } target, Parent: var parent } when IsOutside(target):
                Fold(target, parent is IExpressionStatementOperation && target.Type.IsExact(), BinaryOperatorKind.Add);
                break;
            case ICoalesceAssignmentOperation { Target: { } target } when IsOutside(target):
                Fold(target, IsElementOfKeyed(target));
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                _isSensitive |= targets.Elements.Any(IsOutside);
                break;
            case IInvocationOperation call:
                Call(call);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: { } value }:
                _isSensitive |= IsOutside(value);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn } or IEventAssignmentOperation or IDynamicInvocationOperation:
                _isSensitive = true;
                break;
            case IReturnOperation leaving when IsOwn(leaving):
                _isSensitive |= leaving.ReturnedValue is { } result && result.DescendantsAndSelf().Any(DependsOnElement);
                _exits.Add(leaving);
                break;
            case IBranchOperation { BranchKind: BranchKind.GoTo }:
                _isSensitive = true;
                break;
            case IBranchOperation { BranchKind: BranchKind.Break } leaving when _loop is ILoopOperation loop && leaving.Target.Is(loop.ExitLabel):
                _exits.Add(leaving);
                break;
        }
    }

    private void Assign(ISimpleAssignmentOperation assignment)
    {
        if (!IsOutside(assignment.Target))
        {
            return;
        }

        if (assignment.Target.WithoutConversion().Referenced() is not { } target)
        {
            // Each key has its element: only an inverted mapping lets elements compete for one.
            Fold(assignment.Target, IsElementOfKeyed(assignment.Target) && !IsInverted(assignment));
        }
        else if (assignment.Value.ConstantValue.HasValue)
        {
            _isSensitive |= _constants.TryGetValue(target, out IOperation? other) && !Equals(other.ConstantValue.Value, assignment.Value.ConstantValue.Value);
            _constants[target] = assignment.Value;
            _written.Add(target);
        }
        else
        {
            IReadOnlyList<IOperation>? uses = _key.UsesOf(assignment, target, _body) ?? Commutative.UsesIn(assignment.Value, target) ?? UsesInExtreme(assignment, target);
            Fold(assignment.Target, uses is not null, assignment.Value.WithoutConversion() is IBinaryOperation binary ? binary.OperatorKind.Family() : BinaryOperatorKind.None);
            _ownReads.UnionWith(uses ?? []);
        }
    }

    private void Fold(IOperation target, bool isCommutative, BinaryOperatorKind family = BinaryOperatorKind.None)
    {
        _isSensitive |= !isCommutative;
        _hasWork = true;
        IOperation own = target.WithoutConversion();
        _ownReads.Add(own);
        if (own.Referenced() is { } symbol)
        {
            _isSensitive |= _families.TryGetValue(symbol, out BinaryOperatorKind other) && other != family;
            _families[symbol] = family;
            _written.Add(symbol);
        }
    }

    /// <summary><c>if (x &gt; most) most = x;</c></summary>
    private static IReadOnlyList<IOperation>? UsesInExtreme(ISimpleAssignmentOperation assignment, ISymbol target)
    {
        IOperation? around = assignment.Parent?.Parent is IBlockOperation block ? block.Parent : assignment.Parent?.Parent;
        return around is IConditionalOperation { WhenFalse: null, Condition: IBinaryOperation condition } && condition.Compares(target, out IOperation? compared) && compared!.IsLike(assignment.Value)
            ? [condition.LeftOperand.WithoutConversion(), condition.RightOperand.WithoutConversion()]
            : null;
    }

    private void Call(IInvocationOperation call)
    {
        bool isStatement = call.Parent is IExpressionStatementOperation || (call.Parent is IReturnOperation && call.Type?.SpecialType == SpecialType.System_Void);
        if (call.TargetMethod.Name.StartsWith("ThrowIf", StringComparison.Ordinal) || call.TargetMethod.ContainingType.Name is "Debug" or "Trace"
            || (call.Instance is { } fresh && !IsOutside(fresh)))
        {
            return;
        }

        if (isStatement)
        {
            bool isFree = call.Instance is { } instance && (UnorderedTypes.IsKeyedOrSet(instance.Type) || IsSortedLater(instance));
            _isSensitive |= !isFree;
            _hasWork = true;
        }
        else
        {
            // Whoever asks what was taken or was there already asks for the order.
            _isSensitive |= call.Instance is { Type.IsValueType: false } && call.TargetMethod.Name is "Add" or "TryAdd" or "Remove" or "TryRemove" or "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "TryTake" or "MoveNext" or "Next"
                && !IsResultFor(call);
        }
    }

    /// <summary>Whether a call gives a new collection instead of changing one.</summary>
    private static bool IsResultFor(IInvocationOperation call) => call.Type is { SpecialType: SpecialType.None } type && type.IsInSystem() && type.Name.StartsWith("IImmutable", StringComparison.Ordinal) | type.Name.StartsWith("Immutable", StringComparison.Ordinal);

    private bool IsSortedLater(IOperation instance) => instance is ILocalReferenceOperation { Local: var local } && _locals.IsSorted(local);

    private bool LeavesOneWay() => _exits.Count == 0
        || (_exits.Count == 1 && !_hasWork && _constants.Values.All(constant => constant.Parent?.Parent?.Parent is { } block && ReferenceEquals(block, _exits[0].Parent)))
        || (!_hasWork && _constants.Count == 0 && _exits.All(exit => exit is IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true } value } && Equals(value.Value, ((IReturnOperation)_exits[0]).ReturnedValue?.ConstantValue.Value)));

    private bool ReadsWhatItWrites() => _body.DescendantsAndSelf().Any(operation =>
        operation.Referenced() is { } symbol && _written.Contains(symbol) && !_ownReads.Contains(operation) && !(operation.Parent is ISimpleAssignmentOperation assignment && ReferenceEquals(assignment.Target, operation)));

    private bool DependsOnElement(IOperation operation) => operation.Referenced() is ILocalSymbol or IParameterSymbol && !IsOutside(operation);

    /// <summary>Whether a return leaves the member around the loop, not a lambda in it.</summary>
    private bool IsOwn(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null && !ReferenceEquals(outer, _loop); outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return _loop is ILoopOperation;
    }

    /// <summary>Whether what is changed lives on when the loop goes to its next element.</summary>
    private bool IsOutside(IOperation target)
    {
        IOperation value = target.WithoutConversion();
        switch (value)
        {
            case IDiscardOperation or IDeclarationExpressionOperation or IObjectCreationOperation:
                return false;
            case ILocalReferenceOperation { Local: ISymbol symbol }:
                return !IsDeclaredInside(symbol);
            case IParameterReferenceOperation { Parameter: ISymbol symbol }:
                return !IsDeclaredInside(symbol);
            case IMemberReferenceOperation { Instance: { } instance }:
                return IsOutside(instance);
            case IArrayElementReferenceOperation { ArrayReference: { } array }:
                return IsOutside(array);
            case IInvocationOperation { Instance: { } instance }:
                return IsOutside(instance);
            default:
                return true;
        }
    }

    private bool IsDeclaredInside(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == _loop.Syntax.SyntaxTree && _loop.Syntax.Span.Contains(reference.Span);

    private static bool IsElementOfKeyed(IOperation target) => target.WithoutConversion() is IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation;

    private static bool IsInverted(ISimpleAssignmentOperation assignment) =>
        assignment.Target.WithoutConversion() is IPropertyReferenceOperation { Arguments: { Length: 1 } keys } && keys[0].Value.WithoutConversion() is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "KeyValuePair" } };
}
