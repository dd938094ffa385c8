using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Finds the parameters of a recorder's method: what the event's constructor takes, and its required members.</summary>
internal sealed class RecorderParameters(Compilation compilation, KnownSymbols known, INamedTypeSymbol state, CancellationToken cancellationToken)
{
    /// <summary>The parameters, those without a default first; null when the state cannot make the event from them.</summary>
    public IReadOnlyList<ParameterModel>? Find(INamedTypeSymbol type)
    {
        List<MemberCandidate> candidates = new MemberCollector(compilation, known, state, cancellationToken).Collect(type);
        IMethodSymbol? constructor = new ConstructorChoice(compilation, known, state, cancellationToken).Choose(type, candidates);
        if (constructor is null)
        {
            return null;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var documentation = Documentation.Of(type, cancellationToken);
        bool setsRequired = constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "SetsRequiredMembersAttribute");
        var arguments = constructor.Parameters.Select(parameter => ToModel(parameter, documentation, used)).ToList();
        var required = candidates
            .Where(candidate => candidate.IsRequired && !setsRequired && candidate.Parameter is null)
            .Select(candidate => ToModel(candidate, used));
        return [.. arguments.Where(argument => argument.Default.Length == 0), .. required, .. arguments.Where(argument => argument.Default.Length > 0)];
    }

    private static ParameterModel ToModel(IParameterSymbol parameter, Documentation documentation, HashSet<string> used) => new()
    {
        Type = parameter.Type.ToCode(),
        Name = Identifier.ForParameter(parameter.Name, used),
        Default = parameter.HasExplicitDefaultValue ? Constants.ToCode(parameter.Type, parameter.ExplicitDefaultValue) : "",
        Initializes = "",
        Documentation = documentation.Parameter(parameter.Name),
    };

    private ParameterModel ToModel(MemberCandidate candidate, HashSet<string> used) => new()
    {
        Type = candidate.Type.ToCode(),
        Name = Identifier.ForParameter(candidate.Symbol.Name, used),
        Default = "",
        Initializes = Identifier.Escape(candidate.Symbol.Name),
        Documentation = Documentation.Of(candidate.Symbol, cancellationToken).Summary,
    };
}
