using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Where a type can be seen from.</summary>
internal static class AccessibilityDomain
{
    /// <summary>Whether the whole assembly sees the type.</summary>
    public static bool IsWithinAssembly(INamedTypeSymbol type) =>
        Limits(type).All(limit => limit.Accessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal);

    /// <summary>Whether the whole assembly can call the method.</summary>
    public static bool IsWithinAssembly(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && !method.ContainingType.IsFileLocal && !method.ContainingType.ContainingTypes().Any(type => type.IsFileLocal)
        && IsWithinAssembly(method.ContainingType);

    /// <summary>Whether the type is seen wherever the other one is, so that a public member of the other one may name it.</summary>
    public static bool Covers(INamedTypeSymbol type, INamedTypeSymbol other) =>
        Limits(type).All(limit => Limits(other).Any(narrower => IsNarrower(narrower, limit)));

    private static bool IsNarrower((Accessibility Accessibility, INamedTypeSymbol? Container) limit, (Accessibility Accessibility, INamedTypeSymbol? Container) wider) =>
        wider.Accessibility == Accessibility.Internal
            ? limit.Accessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal
            : limit.Container is { } container && (limit.Accessibility == Accessibility.Private || limit.Accessibility == wider.Accessibility)
                && (container.Is(wider.Container) || container.ContainingTypes().Any(outer => outer.Is(wider.Container)));

    private static IEnumerable<(Accessibility Accessibility, INamedTypeSymbol? Container)> Limits(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? link = type; link is not null; link = link.ContainingType)
        {
            if (link.DeclaredAccessibility != Accessibility.Public)
            {
                yield return (link.DeclaredAccessibility, link.ContainingType);
            }
        }
    }
}
