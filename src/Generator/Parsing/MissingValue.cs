using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>What a member is when a payload ends before it: the parameter's default, else the initializer, else the type's default.</summary>
/// <param name="Code">The expression that stands for it.</param>
/// <param name="Schema">Its text in the schema line; null for the type's own default.</param>
/// <param name="IsInitializer">Whether a newly made object has to tell.</param>
internal sealed record MissingValue(string Code, string? Schema, bool IsInitializer)
{
    private static readonly MissingValue None = new("default!", null, IsInitializer: false);
    private static readonly MissingValue Computed = new("default!", "...", IsInitializer: true);

    public static MissingValue Of(MemberCandidate candidate, IMethodSymbol constructor, Compilation compilation, CancellationToken cancellationToken)
    {
        if (candidate.Parameter is { } parameter)
        {
            return parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is { } value ? Constant(candidate.Type, value) : None;
        }

        if (candidate.Symbol.IsForeign(compilation))
        {
            // Another assembly does not show its initializers.
            return Computed with { Schema = null };
        }

        if (Initializer(candidate.Symbol, cancellationToken) is { } initializer)
        {
            return OfInitializer(candidate.Type, initializer, compilation, cancellationToken);
        }

        bool mayBeSet = !constructor.IsImplicitlyDeclared && constructor.Declarations<ConstructorDeclarationSyntax>(cancellationToken).Any();
        return mayBeSet ? Computed : None;
    }

    private static MissingValue OfInitializer(ITypeSymbol type, ExpressionSyntax initializer, Compilation compilation, CancellationToken cancellationToken)
    {
        while (initializer is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppression)
        {
            initializer = suppression.Operand;
        }

        if (initializer.Kind() is SyntaxKind.DefaultLiteralExpression or SyntaxKind.NullLiteralExpression)
        {
            return None;
        }

        if (!Constants.CanWrite(type))
        {
            return Computed;
        }

        Optional<object?> constant = compilation.GetSemanticModel(initializer.SyntaxTree).GetConstantValue(initializer, cancellationToken);
        return constant is { HasValue: true, Value: { } value } ? Constant(type, value) : Computed;
    }

    private static MissingValue Constant(ITypeSymbol type, object value) =>
        new(Constants.ToCode(type, value), Constants.ToSchema(type, value), IsInitializer: false);

    private static ExpressionSyntax? Initializer(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).Select(node => node switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            _ => null,
        }).FirstOrDefault(value => value is not null);
}
