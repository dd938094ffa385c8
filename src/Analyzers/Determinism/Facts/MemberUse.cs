using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>A call of a method, or a delegate made of it: what both have in common.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Method">What is called.</param>
/// <param name="Instance">The object.</param>
/// <param name="Arguments">What is passed; null where whoever calls the delegate decides.</param>
/// <param name="IsVirtual">Whether the object's type decides what runs.</param>
internal readonly record struct MemberUse(IOperation Operation, IMethodSymbol Method, IOperation? Instance, ImmutableArray<IArgumentOperation>? Arguments, bool IsVirtual)
{
    /// <summary>The kinds of operations that are calls.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Invocation, OperationKind.MethodReference, OperationKind.ObjectCreation, OperationKind.CollectionExpression];

    /// <summary>The call that an operation is; null for all others.</summary>
    public static MemberUse? Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method } call => new(call, method, call.Instance, call.Arguments, call.IsVirtual),
        IMethodReferenceOperation reference => new(reference, reference.Method, reference.Instance, null, reference.IsVirtual),
        IObjectCreationOperation { Constructor: { } constructor } creation => new(creation, constructor, null, creation.Arguments, IsVirtual: false),
        ICollectionExpressionOperation { ConstructMethod: { } construct } collection => new(collection, construct, null, null, IsVirtual: false),
        _ => null,
    };

    /// <summary>The value of a parameter; null when it has none, or one that nobody sees.</summary>
    public IOperation? Argument(string parameter) => Arguments?.FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, parameter, StringComparison.Ordinal))?.Value;

    /// <summary>Whether something of a type is passed that is not null.</summary>
    public bool Passes(Func<ITypeSymbol, bool> isWanted) => Arguments is { } arguments ? arguments.Given(isWanted) is not null : Method.Parameters.Any(parameter => isWanted(parameter.Type));
}
