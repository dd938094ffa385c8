using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Daybook.CodeFixes.Determinism;

/// <summary>The <c>EventContext</c> of a reducer or an upcaster, added where the method has none yet.</summary>
internal sealed class EventContextParameter
{
    private const string TypeName = "EventContext";

    private readonly MethodDeclarationSyntax _method;
    private readonly bool _isThere;

    private EventContextParameter(MethodDeclarationSyntax method, string name, bool isThere) => (_method, Name, _isThere) = (method, name, isThere);

    public string Name { get; }

    /// <summary>The parameter that an expression can use; null where no reducer or upcaster is around it, or something between hides it.</summary>
    public static EventContextParameter? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || IsCut(node, method)
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol || !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() is "Daybook.ReducerAttribute" or "Daybook.UpcasterAttribute"))
        {
            return null;
        }

        IParameterSymbol? parameter = symbol.Parameters.FirstOrDefault(candidate => candidate.Type.ToDisplayString() is "Daybook.EventContext");
        return new(method, parameter?.Name ?? FreeName(method), parameter is not null);
    }

    /// <summary>Adds the parameter, once for all fixes of one edit.</summary>
    public void Ensure(DocumentEditor editor)
    {
        if (!_isThere)
        {
            string name = Name;
            editor.ReplaceNode(_method, (node, _) => Add((MethodDeclarationSyntax)node, name));
        }
    }

    private static MethodDeclarationSyntax Add(MethodDeclarationSyntax method, string name)
    {
        if (method.ParameterList.Parameters.Any(parameter => string.Equals(parameter.Identifier.ValueText, name, StringComparison.Ordinal)))
        {
            return method;
        }

        ParameterSyntax added = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithType(SyntaxFactory.ParseTypeName("global::Daybook." + TypeName).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space));
        return method.WithParameterList(method.ParameterList.AddParameters(added));
    }

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
