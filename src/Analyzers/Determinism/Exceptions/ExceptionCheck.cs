using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Culture;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Exceptions;

/// <summary>Finds states that depend on what exceptions say, or on exceptions that the machine decides about; also throwing itself, where reducers must be total.</summary>
internal sealed class ExceptionCheck : IOperationCheck
{
    private const string TotalOption = "daybook.reducers_must_be_total";
    private const string Told = "changes with the version, the language and the place of the code";

    private const string Thrown = "stops every replay";

    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.Interpolation, OperationKind.Binary, OperationKind.CatchClause, OperationKind.Throw,
    ];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "Message" or "StackTrace" or "HResult" or "Source" } property } when IsFrameworkException(property.ContainingType, reader):
                AddTold(operation, property, reader);
                break;
            case IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true } method } when IsFrameworkException(method.ContainingType, reader):
                AddTold(operation, method, reader);
                break;
            case IInterpolationOperation { Expression: var hole } when hole.WithoutBox().Type is INamedTypeSymbol type && IsFrameworkException(type, reader):
                AddTold(hole, type, reader);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                foreach (IOperation operand in new[] { sum.LeftOperand, sum.RightOperand })
                {
                    if (operand.WithoutBox().Type is INamedTypeSymbol type && IsFrameworkException(type, reader))
                    {
                        AddTold(operand.AsWritten(), type, reader);
                    }
                }

                break;
            case ICatchClauseOperation { Syntax: CatchClauseSyntax { Declaration.Type: { } name }, ExceptionType: INamedTypeSymbol type } clause when IsUpToMachine(type) && !OnlyThrows(clause.Handler):
                reader.Add(operation, new(NonDeterminism.Exception, EffectSeverity.Warning, type.ToApi(), "is thrown or not by time, memory and load", name)
                {
                    Id = type.GetDocumentationCommentId(),
                });
                break;
            case IThrowOperation { Exception: var thrown } when MustBeTotal(operation, reader) && !IsUnreachable(thrown):
                reader.Add(operation, new(NonDeterminism.Exception, EffectSeverity.Info, "throw", Thrown, operation.Syntax.GetFirstToken()) { Replacement = "the unchanged state" });
                break;
            case IInvocationOperation { TargetMethod: { IsStatic: true } method } when method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
                && IsFrameworkException(method.ContainingType, reader) && MustBeTotal(operation, reader):
                reader.Add(operation, method, NonDeterminism.Exception, EffectSeverity.Info, Thrown);
                break;
        }
    }

    private static void AddTold(IOperation operation, ISymbol member, BodyReader reader)
    {
        if (!operation.IsForException(reader.Locals) && !reader.IsKnown(member, NonDeterminism.Exception))
        {
            EffectSeverity severity = member is IPropertySymbol { Name: not "StackTrace" } ? EffectSeverity.Info : EffectSeverity.Warning;
            reader.Add(operation, member, NonDeterminism.Exception, severity, Told, "a text of your own");
        }
    }

    // What the compilation's own exceptions say, it says itself.
    private static bool IsFrameworkException(INamedTypeSymbol type, BodyReader reader) => !reader.Context.IsSource(type) && type.Derives("System", "Exception");

    private static bool IsUpToMachine(INamedTypeSymbol type) =>
        type.Derives("System", "OutOfMemoryException") || type.Derives("System", "StackOverflowException") || type.Derives("System", "InsufficientExecutionStackException")
        || type.Derives("System", "TimeoutException") || type.Derives("System", "OperationCanceledException") || type.Derives("System.Threading", "ThreadInterruptedException") || type.Derives("System.Threading", "ThreadAbortException");

    private static bool MustBeTotal(IOperation operation, BodyReader reader) => reader.Context.IsSet(operation.Syntax.SyntaxTree, TotalOption);

    private static bool OnlyThrows(IBlockOperation handler) => handler.Operations.LastOrDefault() is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } && !handler.Descendants().Any(operation => operation is IReturnOperation);

    private static bool IsUnreachable(IOperation? thrown) => thrown?.WithoutConversion().Type.IsNamed("System.Diagnostics", "UnreachableException") ?? false;
}
