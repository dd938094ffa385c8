using System.Collections.Immutable;
using Daybook.Analyzers.Determinism;
using Daybook.Analyzers.Determinism.Database;
using Microsoft.CodeAnalysis;

namespace Daybook.DerivedDatabase;

/// <summary>What public members of the framework reach of the members that have rows, and by which way.</summary>
internal sealed class Derivation
{
    /// <summary>The kinds that are derived: others reach nearly everything.</summary>
    private static readonly ImmutableArray<NonDeterminism> Kinds =
    [
        NonDeterminism.Clock, NonDeterminism.TimeZone, NonDeterminism.Random, NonDeterminism.Ambient,
        NonDeterminism.Process, NonDeterminism.InputOutput, NonDeterminism.Network, NonDeterminism.Service,
    ];

    private readonly FrameworkMethod?[] _methods;

    // What a method calls next on the shortest way to a row; itself when it has the row, -1 when there is no way.
    private readonly int[] _next;
    private readonly List<(string Id, int Method)> _found = [];

    public Derivation()
    {
        string[] assemblies = [.. Framework.Assemblies];
        using var graph = new CallGraph(assemblies);
        _methods = new FrameworkMethod?[graph.Count];
        var visible = new List<(ISymbol Member, int[] Methods)>();
        foreach (INamedTypeSymbol type in FrameworkSymbols.Types(assemblies))
        {
            var written = TypeView.Of(type, ShippedDatabase.Written);
            var source = TypeView.Of(type, WalkList.Sources);
            var barrier = TypeView.Of(type, WalkList.Barriers);
            bool isShown = FrameworkSymbols.IsVisible(type) && graph.IsShown(type.ContainingAssembly.Name, type.ContainingNamespace.ToDisplayString(), Outermost(type).MetadataName);
            foreach (ISymbol member in type.GetMembers())
            {
                ImmutableArray<IMethodSymbol> methods = FrameworkSymbols.MethodsOf(member);
                DatabaseRow? row = methods.IsEmpty ? null : written.Find(member) ?? source.Find(member);
                bool isBarrier = !methods.IsEmpty && barrier.Find(member) is not null;
                int[] numbers = [.. methods.Select(method => graph.NumberOf(type.ContainingAssembly.Name, method.MetadataToken))];
                foreach ((int number, IMethodSymbol method) in numbers.Zip(methods))
                {
                    _methods[number] = new(member, method, row, isBarrier);
                }

                if (isShown && row is null && numbers.Length > 0 && FrameworkSymbols.IsVisible(member))
                {
                    visible.Add((member, numbers));
                }
            }
        }

        _next = Walk(graph);
        foreach ((ISymbol member, int[] numbers) in visible)
        {
            if (numbers.Where(number => _next[number] >= 0).Select(number => (int?)number).FirstOrDefault() is { } reached && member.GetDocumentationCommentId() is { } id)
            {
                _found.Add((id, reached));
            }
        }

        _found.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
    }

    /// <summary>The derived database.</summary>
    public string Text
    {
        get
        {
            IEnumerable<string> rows = _found.Select(found => (found.Id, End: _methods[Chain(found.Method)[^1]]!)).Select(found =>
                $"{found.End.Row!.Kind.Name()}\t{(found.End.Row.Severity == EffectSeverity.Info ? "info" : "warning")}\t{found.Id}\treaches {found.End.Name}\n");
            return $"# {Framework.Description}\n# Made by: dotnet run --project eng/DerivedDatabase\n{string.Concat(rows)}";
        }
    }

    /// <summary>The members that were found.</summary>
    public IEnumerable<string> Ids => _found.Select(found => found.Id);

    /// <summary>How a member reaches what its row says; empty when it has no row.</summary>
    public IEnumerable<string> Why(string id) => _found.Where(found => found.Id == id).SelectMany(found => Chain(found.Method)).Select(number => _methods[number]?.Name ?? "?");

    private List<int> Chain(int number)
    {
        List<int> chain = [number];
        while (_next[chain[^1]] != chain[^1])
        {
            chain.Add(_next[chain[^1]]);
        }

        return chain;
    }

    // Breadth first, so that ways are the shortest; those that warn go before those that inform.
    private int[] Walk(CallGraph graph)
    {
        int[] next = new int[graph.Count];
        Array.Fill(next, -1);
        foreach (EffectSeverity severity in new[] { EffectSeverity.Warning, EffectSeverity.Info })
        {
            var queue = new Queue<int>(Kinds.SelectMany(kind => Enumerable.Range(0, graph.Count).Where(number =>
                _methods[number] is { IsBarrier: false, Row: { } row } && row.Kind == kind && row.Severity == severity)));
            foreach (int root in queue)
            {
                next[root] = root;
            }

            while (queue.TryDequeue(out int called))
            {
                foreach (int caller in graph.Callers[called] ?? [])
                {
                    // What was written by hand needs no derivation, and ends the way.
                    if (next[caller] < 0 && _methods[caller] is { IsBarrier: false, Row: null })
                    {
                        next[caller] = called;
                        queue.Enqueue(caller);
                    }
                }
            }
        }

        return next;
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } outer ? Outermost(outer) : type;
}
