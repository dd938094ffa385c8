using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>Finds where a member's type stands.</summary>
internal static class TypeLocation
{
    public static Location? Find(MemberCandidate candidate, Location? fallback, bool isOwn, CancellationToken cancellationToken)
    {
        SyntaxNode? node = isOwn ? candidate.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) : null;
        TypeSyntax? type = node switch
        {
            ParameterSyntax parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
            _ => null,
        };
        return type?.GetLocation() ?? fallback;
    }
}
