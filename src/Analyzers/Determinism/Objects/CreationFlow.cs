using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>Says what is in the objects that expressions make.</summary>
internal sealed class CreationFlow(ObjectFlow flow)
{
    public ObjectValue Of(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => Initialize(Construct(creation), creation.Initializer),
        IWithOperation copy => Initialize(flow.Of(copy.Operand).Copy(), copy.Initializer),
        IAnonymousObjectCreationOperation creation => creation.Initializers.OfType<ISimpleAssignmentOperation>().Aggregate(ObjectValue.Fresh, Set),
        IArrayCreationOperation creation => Holding(creation.Initializer?.ElementValues ?? []),
        IArrayInitializerOperation initializer => Holding(initializer.ElementValues),
        ITupleOperation tuple => Holding(tuple.Elements),
        ICollectionExpressionOperation collection => collection.Elements.Aggregate(ObjectValue.Fresh, (all, element) => all.Join(element is ISpreadOperation spread ? flow.Of(spread.Operand).Element().Wrap() : flow.Of(element).Wrap())),
        _ => ObjectValue.Fresh,
    };

    /// <summary>What an initializer speaks of, before it.</summary>
    public ObjectValue Initialized(IOperation receiver)
    {
        IOperation? initializer = receiver.Parent;
        while (initializer is not null and not IObjectOrCollectionInitializerOperation)
        {
            initializer = initializer.Parent;
        }

        return initializer?.Parent switch
        {
            IObjectCreationOperation creation => Construct(creation),
            IWithOperation copy => flow.Of(copy.Operand).Copy(),
            IMemberInitializerOperation member => flow.Of(member.InitializedMember),
            _ => ObjectValue.Fresh,
        };
    }

    private ObjectValue Construct(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { IsImplicitlyDeclared: false } constructor || creation.Arguments.IsEmpty)
        {
            return ObjectValue.Fresh;
        }

        if (!flow.IsSource(constructor))
        {
            bool isCopying = constructor.ContainingType.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable) && !constructor.ContainingType.IsIn("System", "Collections", "ObjectModel");
            return creation.Arguments.Aggregate(ObjectValue.Fresh, (all, argument) => all.Join(creation.Type.IsView() ? flow.Of(argument.Value) : isCopying ? flow.Of(argument.Value).Copy() : Made(argument.Value).Wrap()));
        }

        return flow.IsTrusted(constructor) ? ObjectValue.Fresh : creation.Arguments.Aggregate(ObjectValue.Of(flow.ResultOf(creation)).Copy(), Store);
    }

    /// <summary>What is given, or what a lambda that is given makes when it is asked for.</summary>
    private ObjectValue Made(IOperation argument) => VariableReader.FunctionOf(argument) is { } lambda ? flow.Of(lambda) : flow.Of(argument);

    /// <summary>What a record declares by its parameters holds what they are given.</summary>
    private ObjectValue Store(ObjectValue value, IArgumentOperation argument)
    {
        ISymbol? member = argument.Parameter is { ContainingType: { IsRecord: true } type } parameter && parameter.IsOfPrimary() ? type.GetMembers(parameter.Name).FirstOrDefault(candidate => candidate is IPropertySymbol)?.OriginalDefinition : null;
        return member?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax ? value.With(member, flow.Of(argument.Value)) : value;
    }

    private ObjectValue Initialize(ObjectValue value, IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (IOperation operation in initializer?.Initializers ?? [])
        {
            value = operation switch
            {
                ISimpleAssignmentOperation assignment => Set(value, assignment),
                IInvocationOperation call => value.Join(Holding(call.Arguments.Select(argument => argument.Value))),
                IMemberInitializerOperation { Initializer: var nested } => value.Join(Initialize(ObjectValue.Fresh, nested).Wrap()),
                _ => value,
            };
        }

        return value;
    }

    private ObjectValue Set(ObjectValue value, ISimpleAssignmentOperation assignment) =>
        assignment.Target is IMemberReferenceOperation { Member: not IPropertySymbol { IsIndexer: true } } reference ? value.With(reference.Member.OriginalDefinition, flow.Of(assignment.Value)) : value.Join(flow.Of(assignment.Value).Wrap());

    private ObjectValue Holding(IEnumerable<IOperation> elements) => elements.Aggregate(ObjectValue.Fresh, (all, element) => all.Join(flow.Of(element).Wrap()));
}
