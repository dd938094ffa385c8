using Daybook.Analyzers.Determinism.Facts;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>
/// Follows objects that a body is given and gives back: what the caller then does to the result, it does to what it gave.
/// Each caller's results are its own, so that one who changes them does not speak for the others.
/// </summary>
internal sealed class ReturnFlow(CallGraph graph)
{
    private readonly Queue<(Node Node, int As)> _open = new();

    /// <summary>Notes what a body gives back.</summary>
    public void Add(Node node, int returned)
    {
        _open.Enqueue((node, returned));
        Complete();
    }

    /// <summary>Notes that an object has gone into another body whole, so that what that one gives back is given back here.</summary>
    public void Add(Node node, Node whole)
    {
        whole.Sources.Add(node);
        foreach (int returned in whole.Returns)
        {
            _open.Enqueue((node, returned));
        }

        Complete();
    }

    /// <summary>Notes who gives a body an object and uses what it returns.</summary>
    public void Add(Node given, Node caller, Call call)
    {
        given.Givers.Add((caller, call));
        foreach (int returned in given.Returns.ToArray())
        {
            Connect(caller, call, returned);
        }

        Complete();
    }

    private void Complete()
    {
        while (_open.Count > 0)
        {
            (Node node, int returned) = _open.Dequeue();
            if (!node.Returns.Contains(returned))
            {
                node.Returns.Add(returned);
                foreach ((Node caller, Call call) in node.Givers)
                {
                    Connect(caller, call, returned);
                }

                foreach (Node source in node.Sources)
                {
                    _open.Enqueue((source, returned));
                }
            }
        }
    }

    private void Connect(Node caller, Call call, int returned)
    {
        Node result = graph.Get(caller.Symbol, returned == Slot.Return ? call.Result : Slot.Inside(call.Result));
        caller.Edges.Add(new(result, call.Place));
        result.Sources.Add(caller);
        foreach (int known in result.Returns)
        {
            _open.Enqueue((caller, known));
        }
    }
}
