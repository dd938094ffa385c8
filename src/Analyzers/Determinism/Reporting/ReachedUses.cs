using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Graph;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Reporting;

/// <summary>Reports, at the expressions of roots, what they reach in other members: one diagnostic for each expression and kind, with the shortest way there.</summary>
internal sealed class ReachedUses(DeterminismContext context, BodyTable bodies, Reporter reporter, CancellationToken cancellationToken)
{
    public void Report(IEnumerable<Root> roots)
    {
        List<Root> ordered = [.. roots.OrderBy(PlaceOf, PlaceComparer.Instance).ThenBy(root => root.Body.Symbol.GetDocumentationCommentId(), StringComparer.Ordinal)];
        var graph = new CallGraph(context, bodies, cancellationToken);
        List<(Root Root, Node Node)> chains = [.. ordered.SelectMany(root => StartsOf(root, graph))];
        graph.Complete();
        IReadOnlyList<Witnesses> witnesses = Witnesses.Of(graph.Nodes);
        foreach (IGrouping<Root, Node> nodes in chains.GroupBy(chain => chain.Root, chain => chain.Node))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reported = new ReportedUses(nodes.Key);
            foreach (Node node in WithResults(nodes.Key, nodes))
            {
                ReportOwn(nodes.Key, node, reported);
                Report(nodes.Key, node, witnesses, reported);
            }
        }
    }

    /// <summary>A node for each slot of each body of a root.</summary>
    private static IEnumerable<(Root Root, Node Node)> StartsOf(Root root, CallGraph graph) =>
        root.Reached.SelectMany(body => body.Calls.Select(call => call.From).Append(Slot.Run).Where(Slot.IsGiven).Distinct().OrderBy(slot => slot).Select(slot => (root, graph.Get(body.Symbol.Canonical(), slot))));

    /// <summary>The nodes of slots, and those of the results of calls that give their objects back.</summary>
    private static List<Node> WithResults(Root root, IEnumerable<Node> given)
    {
        List<Node> nodes = [.. given];
        for (int i = 0; i < nodes.Count; i++)
        {
            nodes.AddRange(nodes[i].Edges.Select(edge => edge.Target).Where(target => IsResult(root, target)).Except(nodes).ToArray());
        }

        return nodes;
    }

    /// <summary>Reports what a root does itself and only the end shows: to what another member gave back to it, and by calls that other projects may answer.</summary>
    private void ReportOwn(Root root, Node node, ReportedUses reported)
    {
        foreach (Effect effect in node.Effects.Where(effect => (effect.IsOpen || IsResult(root, node)) && reported.Add(effect.Kind, effect.Place)))
        {
            reporter.Report(effect.Place, [root.Body.Symbol.ToRoot(), effect.Api], [], effect);
        }
    }

    private void Report(Root root, Node node, IReadOnlyList<Witnesses> witnesses, ReportedUses reported)
    {
        foreach (Edge edge in node.Edges.Where(edge => !IsInside(root, edge.Target) && !IsResult(root, edge.Target) && !IsOther(edge)))
        {
            foreach (Witnesses kind in witnesses.Where(kind => kind.Reaches(edge.Target)))
            {
                // A call that the compiler adds has no place in the text: the member's name stands for it.
                SyntaxNodeOrToken place = edge.Place.IsKind(default) ? NameOf(root) : edge.Place;
                if (reported.Add(kind.Kind, place))
                {
                    (IReadOnlyList<Edge> steps, Effect effect) = kind.PathFrom(edge.Target);
                    reporter.Report(place, PathOf(root, edge, steps, effect), PlacesOf(steps, effect), effect);
                }
            }
        }
    }

    private static bool IsInside(Root root, Node node) => node.Slot == Slot.Run && root.Reached.Any(body => SymbolEqualityComparer.Default.Equals(body.Symbol.Canonical(), node.Symbol));

    /// <summary>Whether the compiler's call leads to an initializer that is a root, too, and says it itself.</summary>
    private bool IsOther(Edge edge) => edge.Place.IsKind(default) && context.Roots.Contains(edge.Target.Symbol);

    private static bool IsResult(Node node) => !Slot.IsGiven(node.Slot) && !Slot.IsOrder(node.Slot) && node.Slot != Slot.Content;

    private static bool IsResult(Root root, Node node) => IsResult(node) && SymbolEqualityComparer.Default.Equals(root.Body.Symbol.Canonical(), node.Symbol);

    private static IEnumerable<string> PathOf(Root root, Edge first, IReadOnlyList<Edge> steps, Effect effect) =>
        steps.Prepend(first).Where(step => !IsResult(step.Target)).Select(step => step.Target.Symbol)
            .Where(symbol => symbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            .Select(symbol => symbol.ToApi())
            .Prepend(root.Body.Symbol.ToRoot())
            .Append(effect.Api);

    private static IEnumerable<SyntaxNodeOrToken> PlacesOf(IReadOnlyList<Edge> steps, Effect effect) =>
        steps.Select(step => step.Place).Append(effect.Place).Where(place => place.SyntaxTree is not null);

    private SyntaxNodeOrToken NameOf(Root root)
    {
        Location place = PlaceOf(root);
        return place.SourceTree!.GetRoot(cancellationToken).FindToken(place.SourceSpan.Start);
    }

    /// <summary>Where a root is declared; of what the compiler declares for a type, where that is written by hand.</summary>
    private Location PlaceOf(Root root) =>
        root.Body.Symbol.Locations.FirstOrDefault(place => !GeneratedTree.IsGenerated(place.SourceTree!, cancellationToken)) ?? root.Body.Symbol.Locations[0];
}
