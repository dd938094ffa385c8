using Daybook.Analyzers.Determinism.Database;
using Microsoft.CodeAnalysis;

namespace Daybook.DerivedDatabase;

/// <summary>One method of the framework and what is known of it by hand.</summary>
/// <param name="Member">The method, or the property or event that it is an accessor of.</param>
/// <param name="Method">The method.</param>
/// <param name="Row">The row that was written of it; null when none was.</param>
/// <param name="IsBarrier">Whether nothing is looked for behind it.</param>
internal sealed record FrameworkMethod(ISymbol Member, IMethodSymbol Method, DatabaseRow? Row, bool IsBarrier)
{
    /// <summary>Its name in chains.</summary>
    public string Name => $"{Method.ContainingType.ToDisplayString()}.{Method.MetadataName}";
}
