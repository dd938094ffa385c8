using Daybook.Generator.Model;

namespace Daybook.Generator.Parsing;

/// <summary>Adds to a state the older versions of its events.</summary>
internal static class StateVersions
{
    /// <summary>The state with all upcasters behind its events; null when it is declined.</summary>
    /// <param name="model">The state.</param>
    /// <param name="graph">The upcasters of its assembly.</param>
    /// <param name="report">Hears why it is declined: the problem, the event in question, and another event.</param>
    public static StateModel? Resolve(StateModel model, UpcastGraph graph, Action<ShapeProblem, string, string>? report = null)
    {
        graph = graph.With(model.Upcasters);
        List<string> types = [.. model.Events.Select(item => item.Type)];
        if (types.Exists(graph.IsUnusable))
        {
            // Whatever is wrong has its own diagnostic.
            return null;
        }

        bool isDeclined = false;
        foreach (string type in types.Where(type => graph.From(type) is not null))
        {
            isDeclined = true;
            report?.Invoke(ShapeProblem.TakesUpcastEvent, type, graph.From(type)!.Parts[0].Type);
        }

        IReadOnlyList<UpcasterModel> upcasters = graph.LeadingTo(types);
        IReadOnlyList<UpcasterModel> running = graph.Following(upcasters);
        if (model.IsView)
        {
            // Other parts are skipped, but they count.
            upcasters = running;
        }

        foreach (UpcasterModel upcaster in model.IsView ? [] : running)
        {
            foreach (UpcastPartModel part in upcaster.Parts.Where(part => graph.From(part.Type) is null && !types.Contains(part.Type)))
            {
                isDeclined = true;
                report?.Invoke(ShapeProblem.MissesUpcastEvent, upcaster.Source, part.Type);
            }
        }

        return isDeclined ? null : model with { Upcasters = new(upcasters) };
    }
}
