using Daybook.Analyzers.Determinism.Facts;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>For one kind and severity: which nodes reach such an effect, and by which shortest way.</summary>
internal sealed class Witnesses
{
    private readonly int[] _distances;
    private readonly NonDeterminism _kind;
    private readonly EffectSeverity _severity;

    private Witnesses(NonDeterminism kind, EffectSeverity severity, int[] distances) => (_kind, _severity, _distances) = (kind, severity, distances);

    public NonDeterminism Kind => _kind;

    public EffectSeverity Severity => _severity;

    /// <summary>Those of all kinds and severities that occur, the worst of each kind first.</summary>
    public static IReadOnlyList<Witnesses> Of(IReadOnlyList<Node> nodes)
    {
        List<Node>[] callers = CallersOf(nodes);
        return
        [
            .. nodes.SelectMany(node => node.Effects).Select(effect => (effect.Kind, effect.Severity)).Distinct()
                .OrderBy(group => group.Kind).ThenByDescending(group => group.Severity)
                .Select(group => new Witnesses(group.Kind, group.Severity, Measure(nodes, callers, group))),
        ];
    }

    public bool Reaches(Node node) => _distances[node.Index] >= 0;

    /// <summary>The steps of the shortest way, the first by text among equals, and what is at its end.</summary>
    public (IReadOnlyList<Edge> Steps, Effect Effect) PathFrom(Node node)
    {
        var steps = new List<Edge>();
        while (_distances[node.Index] > 0)
        {
            Edge step = node.Edges.First(edge => _distances[edge.Target.Index] == _distances[node.Index] - 1);
            steps.Add(step);
            node = step.Target;
        }

        return (steps, node.Effects.First(effect => effect.Kind == _kind && effect.Severity == _severity));
    }

    private static List<Node>[] CallersOf(IReadOnlyList<Node> nodes)
    {
        var callers = new List<Node>[nodes.Count];
        for (int i = 0; i < callers.Length; i++)
        {
            callers[i] = [];
        }

        foreach (Node node in nodes)
        {
            foreach (Edge edge in node.Edges)
            {
                callers[edge.Target.Index].Add(node);
            }
        }

        return callers;
    }

    private static int[] Measure(IReadOnlyList<Node> nodes, List<Node>[] callers, (NonDeterminism Kind, EffectSeverity Severity) group)
    {
        int[] distances = new int[nodes.Count];
        var open = new Queue<Node>();
        for (int i = 0; i < distances.Length; i++)
        {
            bool isSource = nodes[i].Effects.Any(effect => effect.Kind == group.Kind && effect.Severity == group.Severity);
            distances[i] = isSource ? 0 : -1;
            if (isSource)
            {
                open.Enqueue(nodes[i]);
            }
        }

        while (open.Count > 0)
        {
            Node node = open.Dequeue();
            foreach (Node caller in callers[node.Index])
            {
                if (distances[caller.Index] < 0)
                {
                    distances[caller.Index] = distances[node.Index] + 1;
                    open.Enqueue(caller);
                }
            }
        }

        return distances;
    }
}
