using System.Globalization;
using Daybook.Analyzers.Shape;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Versions;

/// <summary>Holds that the older versions to be written can be written.</summary>
internal static class RecordingChecks
{
    public static void Check(VersionDeclarations declarations, Compilation compilation, ReportingSink sink, CancellationToken cancellationToken)
    {
        List<DowncasterModel> downcasters = [.. declarations.Downcasters.Select(entry => entry.Model).OfType<DowncasterModel>()];
        foreach (DeclaredEvent entry in declarations.Events.Where(entry => entry.Attribute.NamedValue("WriteVersion") is int version && version > 0 && version < entry.Version))
        {
            int version = (int)entry.Attribute.NamedValue("WriteVersion")!;
            DeclaredEvent? older = declarations.Events.FirstOrDefault(other => other.Version == version && string.Equals(other.Name, entry.Name, StringComparison.Ordinal));
            if (Parse(entry) is not { } model || (older is not null && Parse(older) is null))
            {
                // Declined for a reason of its own.
                continue;
            }

            Recording.Resolve(model, older is null ? [] : [Parse(older)!], downcasters, (problem, member) => sink.Report(
                problem,
                entry.Attribute.ToLocation("WriteVersion", cancellationToken),
                problem == ShapeProblem.NoDowncaster
                    ? [entry.Type.Name, Text(version), member, older!.Type.ToMessage()]
                    : [entry.Type.Name, Text(version), entry.Name]));
        }

        EventModel? Parse(DeclaredEvent entry) => Parser.ParseEvent(entry.Type, compilation, declarations.Known, NullSink.Instance, cancellationToken);
    }

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
