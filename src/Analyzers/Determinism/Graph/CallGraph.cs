using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Objects;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>All that can run from some bodies on, built as far as it is reached.</summary>
internal sealed class CallGraph
{
    private readonly DeterminismContext _context;
    private readonly BodyTable _bodies;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<(ISymbol Symbol, int Slot), Node> _nodes = new(NodeKeyComparer.Instance);
    private readonly List<Node> _order = [];
    private readonly Queue<Node> _open = new();
    private readonly Dispatch _dispatch;
    private readonly ReturnFlow _returns;

    public CallGraph(DeterminismContext context, BodyTable bodies, CancellationToken cancellationToken)
    {
        (_context, _bodies, _cancellationToken) = (context, bodies, cancellationToken);
        _dispatch = new(context.Compilation, context.Known.Daybook, cancellationToken);
        _returns = new(this);
    }

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
            _cancellationToken.ThrowIfCancellationRequested();
            Expand(_open.Dequeue());
        }
    }

    private void Expand(Node node)
    {
        BodyFacts? body = _bodies.Find(node.Symbol);
        if (body is not null)
        {
            node.Effects.AddRange(body.Effects.Where(entry => entry.Slot == node.Slot).Select(entry => entry.Effect));
            foreach ((_, int returned) in body.Returns.Where(entry => entry.Slot == node.Slot))
            {
                _returns.Add(node, returned);
            }

            foreach (Call call in body.CallsFrom(node.Slot))
            {
                Follow(node, call);
            }
        }

        if (node.Slot != Slot.Run && node.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.IsPrimary())
        {
            Initialize(node, constructor);
        }

        if (node.Slot == Slot.Inside(Slot.Receiver) && IsStoring(node.Symbol))
        {
            _returns.Add(node, Slot.Return);
            _returns.Add(node, Slot.Inside(Slot.Return));
        }

        if (node.Slot == Slot.Content)
        {
            node.Effects.AddRange(_bodies.ChangesOf(node.Symbol));
        }

        if (node.Slot == Slot.Run)
        {
            foreach (ISymbol implied in ImpliedCalls.Of(node.Symbol, body, _bodies))
            {
                node.Edges.Add(new(Get(implied, Slot.Run), default));
            }
        }
    }

    /// <summary>Initializers and members see the parameters of a primary constructor.</summary>
    private void Initialize(Node node, IMethodSymbol constructor)
    {
        foreach (ISymbol initialized in ImpliedCalls.InitializersOf(constructor.ContainingType, isStatic: false, _bodies))
        {
            Node initializer = Get(initialized, node.Slot);
            node.Edges.Add(new(initializer, default));
            _returns.Add(node, initializer);
        }

        if (constructor.Parameters.Any(parameter => (node.Slot == parameter.Ordinal || node.Slot == Slot.Inside(parameter.Ordinal)) && _bodies.IsCaptured(parameter.OriginalDefinition)))
        {
            _returns.Add(node, Slot.Inside(Slot.Return));
        }
    }

    /// <summary>Whether an accessor without a body gives what its object holds.</summary>
    private static bool IsStoring(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } && property.BackingField() is not null;

    private void Follow(Node node, Call call)
    {
        foreach (ISymbol target in _dispatch.TargetsOf(call))
        {
            if (!_context.Trust.Of(target).IsTrusted)
            {
                Node given = Get(target, call.To);
                node.Edges.Add(new(given, call.Place));
                if (call.Result != Slot.Run)
                {
                    _returns.Add(given, node, call);
                }
            }
        }

        if (call.To == Slot.Run && _dispatch.IsOpen(call))
        {
            node.Effects.Add(new(NonDeterminism.Unknown, EffectSeverity.Info, call.Target.ToApi(), "may be implemented outside this project; mark it [Deterministic] or seal it", call.Place)
            {
                Id = call.Target.GetDocumentationCommentId(),
                IsOpen = true,
            });
        }
    }
}
