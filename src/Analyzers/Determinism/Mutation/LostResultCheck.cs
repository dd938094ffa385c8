using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Objects;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Mutation;

/// <summary>Finds calls that only return something new, where nobody takes it: the author thinks that something was changed.</summary>
internal sealed class LostResultCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.ExpressionStatement];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is IExpressionStatementOperation { Operation: var statement } && CallIn(statement) is { } call && IsLost(call.TargetMethod, reader.Context))
        {
            reader.Add(call, call.TargetMethod, NonDeterminism.LostResult, EffectSeverity.Warning, "changes nothing, and what it returns is lost", "what it returns");
        }
    }

    private static IInvocationOperation? CallIn(IOperation operation) => operation switch
    {
        IInvocationOperation call => call,
        IConditionalAccessOperation access => CallIn(access.WhenNotNull),
        _ => null,
    };

    private static bool IsLost(IMethodSymbol method, DeterminismContext context)
    {
        IMethodSymbol member = method.ReducedFrom ?? method;
        return !member.ReturnsVoid && member.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter)
            && (context.IsSource(member) ? IsCopying(member, context) : IsPure(member));
    }

    /// <summary>Whether a method of the framework returns what it makes of a value, and leaves the value alone.</summary>
    private static bool IsPure(IMethodSymbol method) => method.ContainingType switch
    {
        null => false,
        { SpecialType: SpecialType.System_String } => method.ReturnType.SpecialType == SpecialType.System_String,
        { Name: "Enumerable" } type => type.IsIn("System", "Linq"),
        var type when type.IsImmutableCollection() => method.ReturnType.IsImmutableCollection(),
        { IsValueType: true } type => !method.IsStatic && !type.IsView() && type.IsIn("System") && SymbolEqualityComparer.Default.Equals(type, method.ReturnType),
        _ => false,
    };

    /// <summary>Whether a method of the compilation returns another state or another record.</summary>
    private static bool IsCopying(IMethodSymbol method, DeterminismContext context) =>
        method.ReturnType is INamedTypeSymbol { IsRecord: true } result && result.FindAttribute(context.Known.Daybook.State) is not null
        || (method is { ReturnType: INamedTypeSymbol { IsRecord: true } copy, IsStatic: false } && SymbolEqualityComparer.Default.Equals(copy, method.ContainingType));
}
