using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers;

/// <summary>
/// Where the diagnostics of one analyzer go. An editor shows each as soon as it is found. A build, which says by
/// <see cref="SortedKey"/> that it is one, gets all of them at its end, sorted: the compiler's threads find them in any order.
/// </summary>
internal sealed class Reports
{
    /// <summary>Set by <c>Daybook.globalconfig</c>, which the package hands to builds only.</summary>
    public const string SortedKey = "daybook.sorted";

    private readonly ConcurrentQueue<Diagnostic>? _kept;

    private Reports(bool isSorted) => _kept = isSorted ? [] : null;

    /// <summary>Begins with a compilation.</summary>
    /// <param name="start">The compilation's start.</param>
    /// <param name="end">Finds what only a whole compilation tells; its diagnostics are sorted in an editor, too.</param>
    [SuppressMessage("MicrosoftCodeAnalysisPerformance", "RS1013", Justification = "The analyzer registers the other actions.")]
    public static Reports Start(CompilationStartAnalysisContext start, Action<CompilationAnalysisContext, Action<Diagnostic>>? end = null)
    {
        AnalyzerConfigOptions options = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        var reports = new Reports(options.TryGetValue(SortedKey, out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
        if (reports._kept is not null || end is not null)
        {
            start.RegisterCompilationEndAction(context => reports.End(context, end));
        }

        return reports;
    }

    /// <summary>Where to report what is found on the way, given where the compiler takes it.</summary>
    public Action<Diagnostic> To(Action<Diagnostic> report) => _kept is null ? report : _kept.Enqueue;

    private void End(CompilationAnalysisContext context, Action<CompilationAnalysisContext, Action<Diagnostic>>? end)
    {
        List<Diagnostic> found = [.. _kept ?? []];
        try
        {
            end?.Invoke(context, found.Add);
        }
        finally
        {
            // A failure at the end takes nothing back of what was found before.
            foreach (Diagnostic diagnostic in found
                .OrderBy(entry => entry.Location, PlaceComparer.Instance)
                .ThenBy(entry => entry.Id, StringComparer.Ordinal)
                .ThenBy(entry => entry.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
