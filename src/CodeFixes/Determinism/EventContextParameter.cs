using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Daybook.CodeFixes.Determinism;

/// <summary>The <c>EventContext</c> of a reducer or an upcaster, added where the method has none yet.</summary>
internal sealed class EventContextParameter
{
    private readonly MethodDeclarationSyntax _method;
    private readonly IMethodSymbol _symbol;
    private readonly string _name;
    private readonly bool _isThere;

    private EventContextParameter(MethodDeclarationSyntax method, IMethodSymbol symbol, string name, bool isThere) => (_method, _symbol, _name, _isThere) = (method, symbol, name, isThere);

    /// <summary>The parameter that an expression can use; null where no reducer or upcaster is around it, or something between hides it.</summary>
    public static EventContextParameter? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || IsCut(node, method)
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol || !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() is "Daybook.ReducerAttribute" or "Daybook.UpcasterAttribute"))
        {
            return null;
        }

        IParameterSymbol? parameter = symbol.Parameters.FirstOrDefault(candidate => candidate.Type.ToDisplayString() is "Daybook.EventContext");
        return new(method, symbol, parameter?.Name ?? FreeName(method), parameter is not null);
    }

    /// <summary>Puts a member of the context in the place of a node.</summary>
    public IEnumerable<Replacement> Use(SyntaxNode node, string member)
    {
        Replacement use = new(node, current => SyntaxFactory.ParseExpression($"{_name}.{member}").WithTriviaFrom(current));
        return _isThere ? [use] : [use, new(_method, current => Add((MethodDeclarationSyntax)current)) { Extended = _symbol }];
    }

    private MethodDeclarationSyntax Add(MethodDeclarationSyntax method) => method.WithParameterList(method.ParameterList.AddParameters(
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(_name))
            .WithType(SyntaxFactory.ParseTypeName("global::Daybook.EventContext").WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space))));

    /// <summary>Whether a static lambda or local function keeps the expression from the method's parameters.</summary>
    private static bool IsCut(SyntaxNode node, MethodDeclarationSyntax method) => node.Ancestors().TakeWhile(ancestor => ancestor != method).Any(ancestor => ancestor switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    });

    private static string FreeName(MethodDeclarationSyntax method)
    {
        var taken = new HashSet<string>(method.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        string name = "context";
        while (taken.Contains(name))
        {
            name = "event" + char.ToUpperInvariant(name[0]) + name.Substring(1);
        }

        return name;
    }
}
