using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class Parser
{
    /// <summary>Reads an upcaster; null when anything of it is declined.</summary>
    public static UpcasterModel? ParseUpcaster(IMethodSymbol method, Compilation compilation, KnownSymbols known, IDiagnosticSink sink) =>
        new UpcasterParser(method, compilation, known, new(sink)).Parse();

    /// <summary>Reads a downcaster; null when anything of it is declined.</summary>
    public static DowncasterModel? ParseDowncaster(IMethodSymbol method, Compilation compilation, KnownSymbols known, IDiagnosticSink sink)
    {
        var declaration = new DeclarationSink(sink);
        if (CasterMethod.ReadSource(method, ShapeProblem.DowncasterSignature, known, declaration, takesContext: false) is not { } source)
        {
            return null;
        }

        bool fits = method.ReturnType is INamedTypeSymbol { NullableAnnotation: not NullableAnnotation.Annotated } result && known.IsEvent(result)
            && string.Equals(EventIdentity.NameOf(source, known), EventIdentity.NameOf(result, known), StringComparison.Ordinal)
            && EventIdentity.VersionOf(result, known) < EventIdentity.VersionOf(source, known);
        if (!fits)
        {
            declaration.Report(ShapeProblem.DowncasterSignature, method.FindLocation(), method.Name);
            return null;
        }

        var target = (INamedTypeSymbol)method.ReturnType;
        CasterMethod.CheckAssembly(method, [source, target], compilation, declaration);
        return declaration.HasDeclined ? null : new(source.ToBareCode(), target.ToBareCode(), CasterMethod.ToCall(method));
    }
}
