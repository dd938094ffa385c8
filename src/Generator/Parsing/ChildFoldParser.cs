using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>Finds the states that a program wants folded in child processes: the calls that name them.</summary>
internal static class ChildFoldParser
{
    private const string Method = "VerifyInChildProcessesAsync";
    private const string Type = "Daybook.Testing.Determinism";

    /// <summary>Whether it may be such a call.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is InvocationExpressionSyntax call && NameOf(call) is not null;

    /// <summary>The state of a call.</summary>
    /// <returns>The state as code; null when it is some other call, or the state cannot be named outside of the method or type that calls.</returns>
    public static string? Parse(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        GenericNameSyntax name = NameOf((InvocationExpressionSyntax)node)!;
        SymbolInfo info = model.GetSymbolInfo(name, cancellationToken);

        // The state is not one yet: what makes it one is only being generated, so the call's constraint is not met.
        ISymbol? method = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        bool isCall = string.Equals(method?.ContainingType?.ToDisplayString(), Type, StringComparison.Ordinal);
        return isCall && model.GetTypeInfo(name.TypeArgumentList.Arguments[0], cancellationToken).Type is INamedTypeSymbol { IsFileLocal: false, TypeKind: not TypeKind.Error } state
            && AccessibilityDomain.IsWithinAssembly(state)
            ? state.ToBareCode()
            : null;
    }

    private static GenericNameSyntax? NameOf(InvocationExpressionSyntax call) =>
        (call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression) is GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } name
        && string.Equals(name.Identifier.ValueText, Method, StringComparison.Ordinal)
            ? name
            : null;
}
