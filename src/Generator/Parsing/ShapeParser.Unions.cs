using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class ShapeParser
{
    private readonly Dictionary<string, IReadOnlyList<UnionCase>> _unions = new(StringComparer.Ordinal);

    /// <summary>The cases of a union in order of their tags; null when the type is none.</summary>
    public IReadOnlyList<UnionCase>? CasesOf(ITypeSymbol type) => _unions.TryGetValue(type.ToBareCode(), out var cases) ? cases : null;

    private UnionComposite? ParseUnion(INamedTypeSymbol type, string helper, ISymbol member, Location? location)
    {
        IDiagnosticSink problems = UnionReader.IsOurs(type, known) ? SinkFor(type, location) : new RelocatingSink(sink, location);
        if (new UnionReader(type, known, problems, cancellationToken).Read() is not { } cases)
        {
            sink.Decline();
            return null;
        }

        _nesting++;
        var bodies = new List<(UnionCaseModel Model, int Depth)>();
        foreach (UnionCase entry in cases)
        {
            if (!IsVisible(entry.Type))
            {
                sink.Report(ShapeProblem.HiddenUnionCase, location, entry.Type.ToMessage(), type.ToMessage(), self.Name);
            }
            else if (Parse(entry.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), member, location) is { } body)
            {
                // A matched case is not null.
                bodies.Add((new(entry.Tag, body with { Null = NullKind.None }), entry.Type.FromBase().Count()));
            }
        }

        _nesting--;
        _unions[type.ToBareCode()] = cases;
        return sink.HasDeclined ? null : new()
        {
            Helper = helper,
            Type = type.ToBareCode(),
            IsValueType = false,
            Cases = new(bodies.OrderByDescending(body => body.Depth).Select(body => body.Model)),
        };
    }

    // What stands in this assembly is reported there, once.
    private IDiagnosticSink SinkFor(ITypeSymbol type, Location? use) =>
        type.ContainingAssembly.Is(compilation.Assembly) ? NullSink.Instance : new RelocatingSink(sink, use);

    private bool IsVisible(INamedTypeSymbol type) =>
        compilation.IsSymbolAccessibleWithin(type, self) && !type.IsFileLocal && !type.ContainingTypes().Any(container => container.IsFileLocal);
}
