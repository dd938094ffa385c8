using Daybook.Analyzers.Shape;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;

namespace Daybook.Analyzers.Versions;

/// <summary>Holds that upcasters and downcasters decide without doubt.</summary>
internal static class CasterChecks
{
    public static void Check(VersionDeclarations declarations, ReportingSink sink)
    {
        CheckUnique(declarations.Upcasters, model => model.Source, "upcaster", sink);
        CheckUnique(declarations.Downcasters, model => $"{model.Source} {model.Target}", "downcaster", sink);
        ILookup<string, UpcasterModel> bySource = UpcastGraph.BySource(declarations.Upcasters.Select(entry => entry.Model).OfType<UpcasterModel>());
        foreach (DeclaredCaster<UpcasterModel> entry in declarations.Upcasters.Where(entry => entry.Model is not null && UpcastGraph.LeadsBack(entry.Model, bySource)))
        {
            sink.Report(ShapeProblem.UpcasterCycle, entry.Method.FindLocation(), entry.Method.Name, entry.Method.Parameters[0].Type.ToMessage());
        }
    }

    private static void CheckUnique<TModel>(IEnumerable<DeclaredCaster<TModel>> casters, Func<TModel, string> key, string word, ReportingSink sink)
        where TModel : class
    {
        foreach (DeclaredCaster<TModel> entry in casters.Where(entry => entry.Model is not null)
            .GroupBy(entry => key(entry.Model!), StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1)))
        {
            sink.Report(ShapeProblem.DuplicateCaster, entry.Method.FindLocation(), entry.Method.Name, word, entry.Method.Parameters[0].Type.ToMessage());
        }
    }
}
