using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>Finds what gives variables their values.</summary>
internal sealed class VariableReader(ObjectFlow flow, VariableTable variables)
{
    public void Read(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { Value: { } value }:
                Define(declarator.Symbol, declarator, () => flow.Of(value));
                break;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target, assignment, () => flow.Of(assignment.Value));
                break;
            case ICoalesceAssignmentOperation assignment:
                Assign(assignment.Target, assignment, () => flow.Of(assignment.Value));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value, deconstruction);
                break;
            case IForEachLoopOperation loop:
                Declare(loop.LoopControlVariable, loop.Collection, () => flow.Of(loop.Collection).Element());
                break;
            case IIsPatternOperation match:
                Match(match.Pattern, match, () => flow.Of(match.Value));
                break;
            case ISwitchExpressionOperation match:
                foreach (ISwitchExpressionArmOperation arm in match.Arms)
                {
                    Match(arm.Pattern, arm.Pattern, () => flow.Of(match.Value));
                }

                break;
            case ISwitchOperation match:
                foreach (IPatternCaseClauseOperation clause in match.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>())
                {
                    Match(clause.Pattern, clause.Pattern, () => flow.Of(match.Value));
                }

                break;
            case IReturnOperation { ReturnedValue: { } value } and not { Kind: OperationKind.YieldBreak }:
                Return(operation, value);
                break;
            case IInvocationOperation call:
                Call(call);
                break;
        }
    }

    private void Call(IInvocationOperation call)
    {
        bool isLocal = call.TargetMethod.MethodKind == MethodKind.LocalFunction;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (isLocal && argument.Parameter is { } parameter)
            {
                Enter(parameter.OriginalDefinition, argument, () => flow.Of(argument.Value));
            }

            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
            {
                Assign(argument.Value, call, () => flow.Generic.OutOf(call, argument.Parameter));
            }

            if (FunctionOf(argument.Value) is { } lambda && argument.Parameter is not null && !flow.IsSource(call.TargetMethod))
            {
                foreach (IParameterSymbol given in lambda.Parameters)
                {
                    Enter(given, argument, () => flow.Generic.GivenTo(call, argument.Parameter, given.Ordinal));
                }
            }
        }

        // What is put into a collection is reached through it from then on.
        if (call.Instance?.WithoutConversion() is { } instance && Mutators.Changes(call.TargetMethod) && VariableOf(instance) is { } variable)
        {
            variables.Add(new(variable, call, () => call.Arguments.Aggregate(ObjectValue.Fresh, (all, argument) => all.Join(flow.Of(argument.Value).Wrap()))) { IsPart = true });
        }
    }

    public static IMethodSymbol? FunctionOf(IOperation value) => value.WithoutConversion() switch
    {
        IDelegateCreationOperation creation => FunctionOf(creation.Target),
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        _ => null,
    };

    private void Return(IOperation operation, IOperation value)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            IMethodSymbol? function = outer switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
            {
                bool isPart = operation.Kind == OperationKind.YieldReturn;
                variables.Add(new(function, operation, () => isPart ? flow.Of(value).Wrap() : flow.Of(value)));
                return;
            }
        }
    }

    private void Deconstruct(IOperation target, IOperation value, IOperation operation)
    {
        if (target.WithoutConversion() is ITupleOperation targets && value.WithoutConversion() is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            for (int i = 0; i < targets.Elements.Length; i++)
            {
                Deconstruct(targets.Elements[i], values.Elements[i], operation);
            }
        }
        else if (target is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation })
        {
            Declare(target, operation, () => flow.Of(value).Element());
        }
        else
        {
            Assign(target, operation, () => flow.Of(value));
        }
    }

    private void Declare(IOperation target, IOperation operation, Func<ObjectValue> value)
    {
        switch (target)
        {
            case IVariableDeclaratorOperation declarator:
                Define(declarator.Symbol, operation, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Declare(declaration.Expression, operation, value);
                break;
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                {
                    Declare(element, operation, value);
                }

                break;
            default:
                Assign(target, operation, value);
                break;
        }
    }

    private void Assign(IOperation target, IOperation operation, Func<ObjectValue> value)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                Define(VariableOf(target)!, operation, value);
                break;
            case IMemberReferenceOperation { Instance: { } instance, Member: not IPropertySymbol { IsIndexer: true } } reference when VariableOf(instance.WithoutConversion()) is { } variable:
                variables.Add(new(variable, operation, value) { Member = reference.Member.OriginalDefinition });
                break;
            default:
                if (RootOf(target) is { } root)
                {
                    variables.Add(new(root, operation, () => value().Wrap()) { IsPart = true });
                }

                break;
        }
    }

    private void Match(IPatternOperation pattern, IOperation operation, Func<ObjectValue> value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Define(symbol, operation, value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                {
                    Define(whole, operation, value);
                }

                foreach (IPatternOperation part in recursive.DeconstructionSubpatterns.Concat(recursive.PropertySubpatterns.Select(property => property.Pattern)))
                {
                    Match(part, operation, () => value().Element());
                }

                break;
            case IListPatternOperation list:
                if (list.DeclaredSymbol is { } all)
                {
                    Define(all, operation, value);
                }

                foreach (IPatternOperation part in list.Patterns)
                {
                    Match(part is ISlicePatternOperation { Pattern: { } slice } ? slice : part, operation, () => value().Element());
                }

                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, operation, value);
                Match(binary.RightPattern, operation, value);
                break;
        }
    }

    private void Define(ISymbol variable, IOperation operation, Func<ObjectValue> value) => variables.Add(new(variable, operation, value));

    private void Enter(IParameterSymbol parameter, IOperation operation, Func<ObjectValue> value) => variables.Add(new(parameter, operation, value) { IsEntry = true });

    /// <summary>The variable itself: a local, a parameter, or the object that a constructor makes.</summary>
    private ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => flow.Member,
        _ => null,
    };

    /// <summary>The variable that a member or an element is reached through.</summary>
    private ISymbol? RootOf(IOperation? operation)
    {
        while (operation is not null)
        {
            operation = operation.WithoutConversion();
            if (VariableOf(operation) is { } variable)
            {
                return variable;
            }

            operation = operation switch
            {
                IMemberReferenceOperation member => member.Instance,
                IArrayElementReferenceOperation element => element.ArrayReference,
                _ => null,
            };
        }

        return null;
    }
}
