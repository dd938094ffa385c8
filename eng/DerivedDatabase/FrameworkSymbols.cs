using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.DerivedDatabase;

/// <summary>The framework's members as an analyzer sees them, with those that are not public.</summary>
internal static class FrameworkSymbols
{
    public static IEnumerable<INamedTypeSymbol> Types(IEnumerable<string> assemblies)
    {
        MetadataReference[] references = [.. assemblies.Select(path => MetadataReference.CreateFromFile(path))];
        var compilation = CSharpCompilation.Create(
            "Framework", references: references, options: new(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));
        return references
            .Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
            .SelectMany(assembly => TypesIn(assembly.GlobalNamespace));
    }

    /// <summary>The methods behind a member: its own code, or that of its accessors.</summary>
    public static ImmutableArray<IMethodSymbol> MethodsOf(ISymbol member) => member switch
    {
        // Structs have a constructor without parameters that is nowhere in the metadata.
        IMethodSymbol { IsImplicitlyDeclared: true } => [],
        IMethodSymbol { AssociatedSymbol: null } method => [method],
        IPropertySymbol property => [.. new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>()],
        IEventSymbol @event => [.. new[] { @event.AddMethod, @event.RemoveMethod, @event.RaiseMethod }.OfType<IMethodSymbol>()],
        _ => [],
    };

    /// <summary>Whether code outside of the framework can name a symbol.</summary>
    public static bool IsVisible(ISymbol symbol)
    {
        for (ISymbol? part = symbol; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol part in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (part is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol nested in TypesIn(part))
            {
                yield return nested;
            }
        }
    }
}
