using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Shape;

/// <summary>Finds where a reducer makes a text or a list of the same member of the state and of something more, all of it copied.</summary>
internal static class Growth
{
    /// <summary>The members that grow, and the expressions that copy them.</summary>
    public static IEnumerable<(ISymbol Member, IOperation Value)> Find(IMethodSymbol reducer, IOperation body)
    {
        foreach (IOperation operation in body.Descendants())
        {
            foreach ((ISymbol member, IOperation value) in Assigned(operation))
            {
                foreach (IOperation way in Ways(value).Where(way => Copies(way, new(reducer, member))))
                {
                    yield return (member, way);
                }
            }
        }
    }

    public static bool IsText(ISymbol member) => TypeOf(member)?.SpecialType == SpecialType.System_String;

    public static ITypeSymbol? TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;

    /// <summary>The value without conversions and parentheses around it.</summary>
    public static IOperation Bare(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>What a chain of + adds up, from left to right.</summary>
    public static IEnumerable<IOperation> Addends(IOperation value) => value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
        ? Addends(Bare(sum.LeftOperand)).Append(Bare(sum.RightOperand))
        : [value];

    /// <summary>The values that a call passes, one by one also where they make an array.</summary>
    public static IEnumerable<IOperation> Arguments(IInvocationOperation call) => call.Arguments.Select(argument => Bare(argument.Value)).SelectMany(value => value switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation list => list.Elements,
        _ => [value],
    });

    private static IEnumerable<(ISymbol Member, IOperation Value)> Assigned(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation, Target: IMemberReferenceOperation target } assignment => [(target.Member, assignment.Value)],
        IObjectCreationOperation { Type: { } type } creation =>
            from argument in creation.Arguments
            from member in type.GetMembers(argument.Parameter?.Name ?? "").OfType<IPropertySymbol>()
            select ((ISymbol)member, argument.Value),
        _ => [],
    };

    private static IEnumerable<IOperation> Ways(IOperation value) => Bare(value) switch
    {
        IConditionalOperation { WhenFalse: { } whenFalse } choice => Ways(choice.WhenTrue).Concat(Ways(whenFalse)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Ways(arm.Value)),
        var other => [other],
    };

    private static bool Copies(IOperation value, GrownMember grown) => value switch
    {
        IBinaryOperation => Addends(value).Skip(1).Any() && Addends(value).Any(grown.IsRead),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any(part => grown.IsRead(part.Expression)),
        ICollectionExpressionOperation { Elements.Length: > 1 } list =>
            !IsSet(grown.Member) && list.Elements.OfType<ISpreadOperation>().Any(spread => grown.IsRead(spread.Operand)),
        IObjectCreationOperation { Type.ContainingNamespace.Name: "Generic", Arguments.Length: 1 } creation when !IsSet(grown.Member) =>
            (grown.IsRead(creation.Arguments[0].Value) && creation.Initializer is { Initializers.IsEmpty: false }) || grown.IsExtended(creation.Arguments[0].Value),
        IInvocationOperation { TargetMethod: { } method } call => method.ContainingType?.Name switch
        {
            "String" => method.Name is "Concat" or "Join" or "Insert" && (grown.IsRead(call.Instance) || Arguments(call).Any(grown.IsRead)),
            "ImmutableArray" when call.Instance is not null => method.Name is "Add" or "AddRange" or "Insert" or "InsertRange" && grown.IsRead(call.Instance),
            "Enumerable" or "ImmutableArray" or "ImmutableList" => method.Name is "ToArray" or "ToList" or "ToImmutableArray" or "ToImmutableList" or "CreateRange"
                && call.Arguments.Length > 0 && grown.IsExtended(call.Arguments[0].Value),
            _ => false,
        },
        _ => false,
    };

    private static bool IsSet(ISymbol member) => TypeOf(member) is { } type
        && type.AllInterfaces.Append(type as INamedTypeSymbol).Any(link => link?.Name is "ISet" or "IReadOnlySet" or "IImmutableSet" or "IDictionary" or "IReadOnlyDictionary");
}
