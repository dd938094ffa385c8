using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Reporting;

/// <summary>What has been said of a root: each kind is said once of an expression, and not again of what that is called on.</summary>
internal sealed class ReportedUses(Root root)
{
    private readonly HashSet<(NonDeterminism, TextSpan)> _direct =
        [.. root.Reached.SelectMany(body => body.Effects).Where(entry => Slot.IsGiven(entry.Slot)).Select(entry => (entry.Effect.Kind, entry.Effect.Place.Span))];

    private readonly HashSet<(NonDeterminism, TextSpan)> _reached = [];

    /// <summary>Whether a kind is to be said of a place, which then has been.</summary>
    public bool Add(NonDeterminism kind, SyntaxNodeOrToken place) => !IsDirect(kind, place) && _reached.Add((kind, place.Span));

    /// <summary>Whether it has been said while the root was typed, of the place or of what is used on it.</summary>
    private bool IsDirect(NonDeterminism kind, SyntaxNodeOrToken place)
    {
        SyntaxNode? inner = place.AsNode();
        if (inner is null)
        {
            return _direct.Contains((kind, place.Span));
        }

        while (!_direct.Contains((kind, inner.Span)))
        {
            if (inner.Parent is not { } outer || !IsReceiver(inner, outer))
            {
                return false;
            }

            inner = outer;
        }

        return true;
    }

    private static bool IsReceiver(SyntaxNode inner, SyntaxNode outer) => outer switch
    {
        MemberAccessExpressionSyntax access => access.Expression == inner,
        InvocationExpressionSyntax call => call.Expression == inner,
        ElementAccessExpressionSyntax access => access.Expression == inner,
        ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => true,
        _ => false,
    };
}
