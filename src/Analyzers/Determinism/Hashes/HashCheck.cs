using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Culture;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Hashes;

/// <summary>Finds hash codes that differ from process to process. What hash tables do with them is not looked at: a lookup finds the same.</summary>
internal sealed class HashCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Invocation, OperationKind.MethodReference];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is IInvocationOperation or IMethodReferenceOperation && MemberUse.Of(operation) is { Method: { Name: nameof(GetHashCode) } method } use
            && HashedBy(use, reader.Context) is { } type && !type.HasStableHash(reader.Context.Compilation) && !reader.IsKnown(method, NonDeterminism.Hash))
        {
            reader.Add(operation, new(NonDeterminism.Hash, EffectSeverity.Warning, $"{type.ToApi()}.GetHashCode", "differs from process to process", operation.Syntax)
            {
                Id = method.OriginalDefinition.GetDocumentationCommentId(),
                Replacement = "the value itself",
            });
        }
    }

    /// <summary>The type of what is hashed; null where the code of the compilation does it.</summary>
    private static ITypeSymbol? HashedBy(MemberUse use, DeterminismContext context)
    {
        IMethodSymbol method = use.Method;
        if (context.IsSource(method) && !method.IsImplicitlyDeclared)
        {
            return null;
        }

        return method.Parameters.IsEmpty || use.Instance?.Type?.SpecialType == SpecialType.System_String ? use.Instance?.WithoutBox().Type
            : use.Argument(method.Parameters[0].Name)?.WithoutBox().Type ?? method.Parameters[0].Type;
    }
}
