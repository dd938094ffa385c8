using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>The calls that the compiler adds where the text has none: loops, disposal, deconstruction, patterns, copies, collections, text, conversions.</summary>
internal static class ImplicitCalls
{
    public static IEnumerable<ImplicitCall> Of(IOperation operation)
    {
        switch (operation)
        {
            case IForEachLoopOperation loop:
                return EnumerationCalls.OfLoop(loop);
            case ISpreadOperation spread:
                return EnumerationCalls.OfSpread(spread);
            case IUsingOperation { Resources: { } resources } block:
                return DisposalCalls.Of(resources, block.IsAsynchronous);
            case IUsingDeclarationOperation declaration:
                return DisposalCalls.Of(declaration.DeclarationGroup, declaration.IsAsynchronous);
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } assignment:
                return OfDeconstruction(assignment.Value, model.GetDeconstructionInfo(syntax));
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model }:
                // That something is awaited is said anyway: of awaiters only the project's own are followed.
                AwaitExpressionInfo info = model.GetAwaitExpressionInfo(syntax);
                return All(operation, info.GetAwaiterMethod, info.IsCompletedProperty?.GetMethod, info.GetResultMethod).Where(call => call.Method.ContainingType.IsOwn(operation));
            case IRecursivePatternOperation pattern:
                return All(pattern, pattern.DeconstructSymbol as IMethodSymbol);
            case IListPatternOperation pattern:
                return All(pattern, Getter(pattern.LengthSymbol), Getter(pattern.IndexerSymbol));
            case ISlicePatternOperation pattern:
                return All(pattern, Getter(pattern.SliceSymbol));
            case IImplicitIndexerReferenceOperation reference:
                return OfIndexer(reference);
            case IWithOperation { CloneMethod: { } clone } copy:
                return All(copy.Operand, clone);
            case ICollectionExpressionOperation collection:
                return EnumerationCalls.OfCollection(collection);
            case IInterpolationOperation { Expression: { } hole }:
                return TextCalls.OfFormatted(hole);
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { IsEmpty: false } arguments } call } when !call.TargetMethod.ContainingType.IsOwn(operation):
                return TextCalls.OfFormatted(arguments[0].Value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation:
                return TextCalls.OfPlain(concatenation.LeftOperand).Concat(TextCalls.OfPlain(concatenation.RightOperand));
            case IConversionOperation { OperatorMethod: null, Type: { } type } conversion:
                return type.SpecialType == SpecialType.System_Object ? TextCalls.OfArgument(conversion) : type.IsTupleType ? OperatorCalls.OfTuple(conversion) : EscapeCalls.Of(conversion);
            case IInvocationOperation or IObjectCreationOperation or IMemberReferenceOperation:
                return TypeArgumentCalls.Of(operation);
            default:
                return OperatorCalls.Of(operation);
        }
    }

    public static IEnumerable<ImplicitCall> All(IOperation place, params IMethodSymbol?[] methods) =>
        methods.OfType<IMethodSymbol>().Select(method => ImplicitCall.Of(method, place));

    public static IEnumerable<ImplicitCall> OfDeconstruction(IOperation value, DeconstructionInfo info) =>
        All(value, info.Method, info.Conversion?.MethodSymbol).Concat(info.Nested.SelectMany(nested => OfDeconstruction(value, nested)));

    private static IEnumerable<ImplicitCall> OfIndexer(IImplicitIndexerReferenceOperation reference)
    {
        (bool reads, bool writes) = reference.Usage();
        return All(
            reference,
            Getter(reference.LengthSymbol),
            reads ? Getter(reference.IndexerSymbol) : null,
            writes ? (reference.IndexerSymbol as IPropertySymbol)?.SetMethod : null);
    }

    private static IMethodSymbol? Getter(ISymbol? member) => member is IPropertySymbol property ? property.GetMethod : member as IMethodSymbol;
}
