using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Reporting;

/// <summary>Turns effects into diagnostics.</summary>
internal sealed class Reporter(DeterminismContext context, ImmutableArray<DiagnosticDescriptor> rules, Action<Diagnostic> report)
{
    /// <param name="place">The expression in the root.</param>
    /// <param name="path">What is called on the way, the root first and what does not replay last.</param>
    /// <param name="steps">Where, from the second call on.</param>
    /// <param name="effect">What does not replay.</param>
    public void Report(SyntaxNodeOrToken place, IEnumerable<string> path, IEnumerable<SyntaxNodeOrToken> steps, Effect effect)
    {
        string reason = effect.Replacement.Length == 0 ? effect.Reason : $"{effect.Reason}; use {effect.Replacement}";
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add("kind", effect.Kind.Name()).Add("id", effect.Id);
        properties = effect.IsForeign ? properties.Add("foreign", null) : properties;
        report(Diagnostic.Create(
            rules[(int)effect.Kind],
            place.GetLocation()!,
            SeverityOf(effect, place),
            steps.Select(step => step.GetLocation()!),
            properties,
            effect.Api,
            effect.Kind.Name(),
            reason,
            string.Join(" → ", path)));
    }

    private DiagnosticSeverity SeverityOf(Effect effect, SyntaxNodeOrToken place) => effect.Severity switch
    {
        EffectSeverity.Error => DiagnosticSeverity.Error,
        _ when effect.Kind == NonDeterminism.Unknown && context.IsStrict(place.SyntaxTree!) => DiagnosticSeverity.Error,
        _ when effect.Kind == NonDeterminism.Culture && context.HasOneCulture => DiagnosticSeverity.Info,
        EffectSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
