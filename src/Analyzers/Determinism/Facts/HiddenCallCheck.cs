using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Follows the calls that the compiler adds where the text has none: loops, disposal, deconstruction, patterns, copies, collections, text.</summary>
internal sealed class HiddenCallCheck : IOperationCheck
{
    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model } loop:
                UseLoop(reader, loop, model.GetForEachStatementInfo(syntax));
                UseDeconstruction(reader, loop.LoopControlVariable, syntax is ForEachVariableStatementSyntax pair ? model.GetDeconstructionInfo(pair) : default);
                break;
            case IUsingOperation { Resources: { } resources } block:
                UseDisposal(reader, resources, block.IsAsynchronous);
                break;
            case IUsingDeclarationOperation declaration:
                UseDisposal(reader, declaration.DeclarationGroup, declaration.IsAsynchronous);
                break;
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } assignment:
                UseDeconstruction(reader, assignment.Value, model.GetDeconstructionInfo(syntax));
                break;
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model } wait:
                AwaitExpressionInfo info = model.GetAwaitExpressionInfo(syntax);
                Use(reader, wait, info.GetAwaiterMethod, info.IsCompletedProperty?.GetMethod, info.GetResultMethod);
                break;
            case IRecursivePatternOperation pattern:
                Use(reader, pattern, pattern.DeconstructSymbol as IMethodSymbol);
                break;
            case IListPatternOperation pattern:
                Use(reader, pattern, Getter(pattern.LengthSymbol), Getter(pattern.IndexerSymbol));
                break;
            case ISlicePatternOperation pattern:
                Use(reader, pattern, Getter(pattern.SliceSymbol));
                break;
            case IImplicitIndexerReferenceOperation reference:
                Use(reader, reference, Getter(reference.LengthSymbol), Getter(reference.IndexerSymbol));
                break;
            case IWithOperation { CloneMethod: { } clone } copy:
                Use(reader, copy.Operand, clone);
                break;
            case ICollectionExpressionOperation collection:
                Use(reader, collection, collection.ConstructMethod);
                UseAdd(reader, collection);
                break;
            case ISpreadOperation spread:
                UseEnumeration(reader, spread.Operand, spread.Operand.Type);
                break;
            case IInterpolationOperation { Expression: { } hole }:
                UseText(reader, hole);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation:
                UseText(reader, concatenation.LeftOperand);
                UseText(reader, concatenation.RightOperand);
                break;
        }
    }

    private static void UseLoop(BodyReader reader, IForEachLoopOperation loop, ForEachStatementInfo info)
    {
        Use(reader, loop.Collection, info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, info.DisposeMethod, info.ElementConversion.MethodSymbol);
        if (info.GetEnumeratorMethod?.ReturnType is { } enumerator)
        {
            Dispose(reader, loop.Collection, enumerator, loop.IsAsynchronous);
        }
    }

    private static void UseDeconstruction(BodyReader reader, IOperation value, DeconstructionInfo info)
    {
        Use(reader, value, info.Method, info.Conversion?.MethodSymbol);
        foreach (DeconstructionInfo nested in info.Nested)
        {
            UseDeconstruction(reader, value, nested);
        }
    }

    private static void UseDisposal(BodyReader reader, IOperation resources, bool isAsynchronous)
    {
        IEnumerable<IOperation> values = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.GetVariableInitializer()?.Value).OfType<IOperation>()
            : [resources];
        foreach (IOperation value in values)
        {
            Dispose(reader, value, value.WithoutConversion().Type, isAsynchronous);
        }
    }

    private static void Dispose(BodyReader reader, IOperation place, ITypeSymbol? type, bool isAsynchronous)
    {
        INamedTypeSymbol? contract = isAsynchronous ? reader.Context.Known.AsyncDisposable : reader.Context.Known.Disposable;
        if (contract?.GetMembers().FirstOrDefault() is IMethodSymbol method && type is not null && reader.Context.IsSource(type))
        {
            Use(reader, place, (type.FindImplementationForInterfaceMember(method) ?? type.GetMembers(method.Name).FirstOrDefault(member => member is IMethodSymbol { Parameters.IsEmpty: true })) as IMethodSymbol ?? method);
        }
    }

    private static void UseAdd(BodyReader reader, ICollectionExpressionOperation collection)
    {
        if (collection.Type is { } type && reader.Context.IsSource(type))
        {
            foreach (IMethodSymbol add in type.GetMembers("Add").OfType<IMethodSymbol>())
            {
                Use(reader, collection, add);
            }
        }
    }

    private static void UseEnumeration(BodyReader reader, IOperation place, ITypeSymbol? type)
    {
        if (type is not null && reader.Context.IsSource(type))
        {
            Use(reader, place, type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty));
        }
    }

    /// <summary>What turns a value into text.</summary>
    private static void UseText(BodyReader reader, IOperation operand)
    {
        IOperation value = operand.WithoutConversion();
        for (ITypeSymbol? type = value.Type; type is not null && reader.Context.IsSource(type); type = type.BaseType)
        {
            if (type.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length is 0 or 2) is { } method)
            {
                reader.Use(value, method, method, value.Type is { IsSealed: false, IsValueType: false } ? value.Type : null);
                return;
            }
        }
    }

    private static IMethodSymbol? Getter(ISymbol? member) => member is IPropertySymbol property ? property.GetMethod : member as IMethodSymbol;

    private static void Use(BodyReader reader, IOperation operation, params IMethodSymbol?[] methods)
    {
        foreach (IMethodSymbol? method in methods)
        {
            if (method is not null)
            {
                ISymbol member = method.AssociatedSymbol ?? method.ReducedFrom ?? method;
                reader.Use(operation, member, method, method.IsAbstract || method.IsVirtual ? method.ReceiverType : null);
            }
        }
    }
}
