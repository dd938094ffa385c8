using System.Globalization;
using Daybook.Analyzers.Shape;
using Daybook.Generator.Parsing;

namespace Daybook.Analyzers.Versions;

/// <summary>Holds that the versions of each event have no gaps and lead to the newest one, and that names mean one event each.</summary>
internal sealed class EventChecks(VersionDeclarations declarations, ReportingSink sink, CancellationToken cancellationToken)
{
    private readonly IReadOnlyList<DeclaredEvent> _events = declarations.Events;

    public void Check()
    {
        foreach (IGrouping<string, DeclaredEvent> versions in _events.GroupBy(entry => entry.Name, StringComparer.Ordinal))
        {
            CheckVersions([.. versions.OrderBy(entry => entry.Version)]);
        }

        CheckFormerNames();
    }

    private void CheckVersions(List<DeclaredEvent> versions)
    {
        int newest = versions[versions.Count - 1].Version;
        int before = 0;
        foreach (DeclaredEvent entry in versions)
        {
            if (entry.Version < newest && !declarations.Upcasters.Any(upcaster => upcaster.Takes(entry.Type)))
            {
                sink.Report(ShapeProblem.VersionLeadsNowhere, entry.Type.FindLocation(), entry.Type.Name, Text(entry.Version), entry.Name, Text(newest));
            }

            if (before > 0 && entry.Version > before + 1)
            {
                sink.Report(ShapeProblem.VersionMissing, entry.Attribute.ToLocation("Version", cancellationToken), entry.Type.Name, Text(entry.Version), entry.Name, Text(before + 1));
            }

            before = entry.Version;
        }

        DeclaredEvent oldest = versions[0];
        if (oldest.Version > 1)
        {
            sink.Report(ShapeProblem.FirstVersionMissing, oldest.Attribute.ToLocation("Version", cancellationToken), oldest.Type.Name, Text(oldest.Version), oldest.Name);
        }
    }

    private void CheckFormerNames()
    {
        var known = new Dictionary<(string Name, int Version), DeclaredEvent>();
        foreach (DeclaredEvent entry in _events)
        {
            known[(entry.Name, entry.Version)] = entry;
        }

        foreach (DeclaredEvent entry in _events)
        {
            foreach (string name in EventIdentity.FormerNamesOf(entry.Attribute).Where(name => !string.Equals(name, entry.Name, StringComparison.Ordinal)))
            {
                if (!known.TryGetValue((name, entry.Version), out DeclaredEvent? other))
                {
                    known.Add((name, entry.Version), entry);
                }
                else if (other != entry)
                {
                    sink.Report(ShapeProblem.FormerNameClash, entry.Attribute.ToLocation("FormerNames", cancellationToken), entry.Type.Name, name, other.Type.ToMessage());
                }
            }
        }
    }

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
