using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Reporting;

/// <summary>Reports, at the expressions of roots, what they reach in other members: one diagnostic for each expression and kind, with the shortest way there.</summary>
internal sealed class ReachedUses(DeterminismContext context, BodyTable bodies, Reporter reporter, CancellationToken cancellationToken)
{
    public void Report(IEnumerable<Root> roots)
    {
        List<Root> ordered = [.. roots.OrderBy(root => PlaceOf(root).Path, StringComparer.Ordinal).ThenBy(root => PlaceOf(root).Start)];
        var graph = new CallGraph(context, bodies, cancellationToken);
        List<(Root Root, Node Node)> chains = [.. ordered.SelectMany(root => StartsOf(root, graph))];
        graph.Complete();
        IReadOnlyList<Witnesses> witnesses = Witnesses.Of(graph.Nodes);
        foreach ((Root root, Node node) in chains)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Report(root, node, witnesses);
        }
    }

    /// <summary>A node for each slot of each body of a root.</summary>
    private static IEnumerable<(Root Root, Node Node)> StartsOf(Root root, CallGraph graph) =>
        root.Reached.SelectMany(body => body.Calls.Select(call => call.From).Append(Slot.Run).Distinct().Select(slot => (root, graph.Get(body.Symbol.Canonical(), slot))));

    private void Report(Root root, Node node, IReadOnlyList<Witnesses> witnesses)
    {
        var reported = new HashSet<(NonDeterminism, TextSpan)>();
        foreach (Edge edge in node.Edges.Where(edge => !IsInside(root, edge.Target)))
        {
            foreach (Witnesses kind in witnesses.Where(kind => kind.Reaches(edge.Target)))
            {
                // A call that the compiler adds has no place in the text: the member's name stands for it.
                SyntaxNodeOrToken place = edge.Place.IsKind(default) ? NameOf(root) : edge.Place;
                if (reported.Add((kind.Kind, place.Span)))
                {
                    (IReadOnlyList<Edge> steps, Effect effect) = kind.PathFrom(edge.Target);
                    reporter.Report(place, PathOf(root, edge, steps, effect), PlacesOf(steps, effect), effect);
                }
            }
        }
    }

    private static bool IsInside(Root root, Node node) => node.Slot == Slot.Run && root.Reached.Any(body => SymbolEqualityComparer.Default.Equals(body.Symbol.Canonical(), node.Symbol));

    private static IEnumerable<string> PathOf(Root root, Edge first, IReadOnlyList<Edge> steps, Effect effect) =>
        steps.Prepend(first).Select(step => step.Target.Symbol)
            .Where(symbol => symbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            .Select(symbol => symbol.ToApi())
            .Prepend(root.Body.Symbol.ToRoot())
            .Append(effect.Api);

    private static IEnumerable<SyntaxNodeOrToken> PlacesOf(IReadOnlyList<Edge> steps, Effect effect) =>
        steps.Select(step => step.Place).Append(effect.Place).Where(place => place.SyntaxTree is not null);

    private static SyntaxNodeOrToken NameOf(Root root) => root.Body.Symbol.DeclaringSyntaxReferences[0].GetSyntax();

    private static (string Path, int Start) PlaceOf(Root root) =>
        root.Body.Symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference ? (reference.SyntaxTree.FilePath, reference.Span.Start) : ("", 0);
}
