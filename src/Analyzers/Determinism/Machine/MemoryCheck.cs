using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Analyzers.Determinism.Machine;

/// <summary>Finds memory that is used without the runtime's checks: through pointers, or before anything was written to it.</summary>
internal sealed class MemoryCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation.Syntax)
        {
            case StackAllocArrayCreationExpressionSyntax { Initializer: null } when IsNotInitialized(reader.Body.Symbol) && !operation.IsOverwritten(reader.Locals):
                reader.Add(operation, new(NonDeterminism.GarbageCollection, EffectSeverity.Warning, "stackalloc", "gives memory with what was in it before, behind [SkipLocalsInit]", operation.Syntax) { Replacement = "new T[length]" });
                break;

            // The compiler's operations have no kind for pointers.
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } or MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.PointerMemberAccessExpression }:
                Add(reader, operation, "pointer", operation.Syntax);
                break;
            case ElementAccessExpressionSyntax when operation.Kind == OperationKind.None:
                Add(reader, operation, "pointer", operation.Syntax);
                break;
            case FixedStatementSyntax statement:
                Add(reader, operation, "fixed", statement.FixedKeyword);
                break;
        }
    }

    private static void Add(BodyReader reader, IOperation operation, string api, SyntaxNodeOrToken place) =>
        reader.Add(operation, new(NonDeterminism.Interop, EffectSeverity.Warning, api, "reaches past what the runtime checks", place) { Replacement = "safe code" });

    private static bool IsNotInitialized(ISymbol body)
    {
        for (ISymbol? symbol = body; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "SkipLocalsInitAttribute" }))
            {
                return true;
            }
        }

        return false;
    }
}
