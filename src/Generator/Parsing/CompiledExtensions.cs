using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>
/// What a type of another assembly shows of itself. An editor sees the sources of another project, a build its compiled
/// assembly: only what both show may count.
/// </summary>
internal static class CompiledExtensions
{
    /// <summary>Whether a symbol belongs to another assembly.</summary>
    public static bool IsForeign(this ISymbol symbol, Compilation compilation) => !symbol.ContainingAssembly.Is(compilation.Assembly);

    /// <summary>Whether a member is read with its compiled type: of what is private only the fields of structs, of what is internal only what friends see.</summary>
    public static bool IsImported(this ISymbol member, Compilation compilation) =>
        member is IFieldSymbol { IsStatic: false, ContainingType.IsValueType: true } || member.DeclaredAccessibility switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal => member.ContainingAssembly.GivesAccessTo(compilation.Assembly),
            _ => true,
        };
}
