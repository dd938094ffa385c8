using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>All that can run from some bodies on, built as far as it is reached.</summary>
internal sealed class CallGraph(DeterminismContext context, BodyTable bodies, CancellationToken cancellationToken)
{
    private readonly Dictionary<(ISymbol Symbol, int Slot), Node> _nodes = new(NodeKeyComparer.Instance);
    private readonly List<Node> _order = [];
    private readonly Queue<Node> _open = new();
    private readonly Dispatch _dispatch = new(context.Compilation, cancellationToken);

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<Node> Nodes => _order;

    public Node Get(ISymbol symbol, int slot)
    {
        if (!_nodes.TryGetValue((symbol, slot), out Node? node))
        {
            node = new(_order.Count, symbol, slot);
            _nodes.Add((symbol, slot), node);
            _order.Add(node);
            _open.Enqueue(node);
        }

        return node;
    }

    /// <summary>Follows every way out of the nodes that were asked for.</summary>
    public void Complete()
    {
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Expand(_open.Dequeue());
        }
    }

    private void Expand(Node node)
    {
        BodyFacts? body = bodies.Find(node.Symbol);
        if (body is not null)
        {
            node.Effects.AddRange(body.Effects.Where(entry => entry.Slot == node.Slot).Select(entry => entry.Effect));
            foreach (Call call in body.Calls.Where(call => call.From == node.Slot))
            {
                Follow(node, call);
            }
        }

        if (node.Slot == Slot.Run)
        {
            foreach (ISymbol implied in ImpliedCalls.Of(node.Symbol, body, bodies))
            {
                node.Edges.Add(new(Get(implied, Slot.Run), default));
            }
        }
    }

    private void Follow(Node node, Call call)
    {
        foreach (ISymbol target in _dispatch.TargetsOf(call))
        {
            if (!context.Trust.Of(target).IsTrusted)
            {
                node.Edges.Add(new(Get(target, call.To), call.Place));
            }
        }

        if (call.To == Slot.Run && Dispatch.IsOpen(call))
        {
            node.Effects.Add(new(NonDeterminism.Unknown, EffectSeverity.Info, call.Target.ToApi(), "may be implemented outside this project; mark it [Deterministic] or seal it", call.Place)
            {
                Id = call.Target.GetDocumentationCommentId(),
            });
        }
    }
}
