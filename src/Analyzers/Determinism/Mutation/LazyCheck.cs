using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Mutation;

/// <summary>Finds queries that become a member of a state: they keep the objects they read, and run again with every read.</summary>
internal sealed class LazyCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.SimpleAssignment, OperationKind.Argument];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { IsStatic: false } member, Type: { } type }, Value: { } value } when CanHold(type):
                Look(reader, value, member);
                break;
            case IArgumentOperation { Value: { } value, Parameter: { } parameter, Parent: IObjectCreationOperation } when CanHold(parameter.Type) && Positional(parameter) is { } member:
                Look(reader, value, member);
                break;
        }
    }

    private static void Look(BodyReader reader, IOperation value, ISymbol member)
    {
        foreach (IOperation source in reader.Objects.SourcesOf(value))
        {
            // What states hold takes a look at every type of the compilation: asked for last.
            if (QueryIn(source, reader) is { } query && IsHeld(member, reader.Context))
            {
                reader.Add(value.WithoutConversion(), new(NonDeterminism.Lazy, EffectSeverity.Warning, query.ToApi(), $"returns a query, which '{member.Name}' would run again with every read", value.WithoutConversion().Syntax)
                {
                    Id = query.OriginalDefinition.GetDocumentationCommentId(),
                    Replacement = "'ToImmutableArray()' or another copy",
                });
                return;
            }
        }
    }

    /// <summary>Whether a query can be a value of the type: what makes one is declared to return an interface.</summary>
    private static bool CanHold(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface or TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Error } or { SpecialType: SpecialType.System_Object };

    /// <summary>Whether states are kept with it: a member of theirs, or of what they hold.</summary>
    private static bool IsHeld(ISymbol member, DeterminismContext context) => context.HeldTypes.Contains(member.ContainingType.OriginalDefinition);

    private static IPropertySymbol? Positional(IParameterSymbol parameter) => parameter.ContainingType is { IsRecord: true } type
        ? type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(property => property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax)
        : null;

    /// <summary>What makes a value lazy: a method that returns before it has looked at anything.</summary>
    private static IMethodSymbol? QueryIn(IOperation value, BodyReader reader) => value switch
    {
        IInvocationOperation { TargetMethod: var method } when reader.Context.IsSource(method) => IsIterator(method) ? method : null,
        IInvocationOperation { TargetMethod: { Name: not "AsEnumerable" and not "Empty" } method, Type: INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IOrderedEnumerable" } }
            when method.ContainingType is { Name: "Enumerable" } type && type.IsIn("System", "Linq") => method,
        ITranslatedQueryOperation { Operation: { } query } => QueryIn(query.WithoutConversion(), reader),
        _ => null,
    };

    private static bool IsIterator(IMethodSymbol method) => method.ReturnType is { TypeKind: TypeKind.Interface, Name: "IEnumerable" }
        && method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).Any(node => node is YieldStatementSyntax));
}
