using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>What types say of their objects.</summary>
internal static class TypeTraits
{
    /// <summary>Whether nothing that an object of the type leads to can change, so that it does not matter where it comes from.</summary>
    public static bool IsAtomic(this ITypeSymbol? type) => type switch
    {
        null => true,
        { SpecialType: SpecialType.System_Object or SpecialType.System_Array } => false,
        { SpecialType: >= SpecialType.System_Enum and <= SpecialType.System_String } => true,
        { SpecialType: SpecialType.System_DateTime or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => true,
        { TypeKind: TypeKind.Enum or TypeKind.Delegate or TypeKind.Pointer or TypeKind.Error } => true,
        INamedTypeSymbol { IsGenericType: true } generic => (generic.IsImmutableCollection() || generic.SpecialType == SpecialType.System_Nullable_T) && generic.TypeArguments.All(IsAtomic),
        INamedTypeSymbol { IsValueType: true } value => value.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
        INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Name: "Type" or "Uri" or "Version" } => true,
        _ => false,
    };

    /// <summary>Whether nothing that an object of the type holds can change, while the object may.</summary>
    public static bool IsFlat(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsAtomic(),
        INamedTypeSymbol { IsGenericType: true } generic => IsOfFramework(generic) && generic.TypeArguments.All(IsAtomic),
        _ => false,
    };

    /// <summary>Whether it is a collection that never changes.</summary>
    public static bool IsImmutableCollection(this ITypeSymbol type) =>
        type.ContainingType is null
        && ((type.IsIn("System", "Collections", "Immutable") && !type.Name.StartsWith("ImmutableInterlocked", StringComparison.Ordinal))
            || (type.IsIn("Daybook") && type.Name.StartsWith("Appendable", StringComparison.Ordinal))
            || type.IsIn("System", "Collections", "Frozen"));

    /// <summary>Whether a value of the type stands for the memory, or the content, of something else.</summary>
    public static bool IsView(this ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || (type is INamedTypeSymbol { Name: "AlternateLookup" } && type.IsIn("System", "Collections", "Generic"));

    /// <summary>Whether an object is one with all that has its type or is linked to it: who changes a node changes its list.</summary>
    public static bool IsLinked(this ITypeSymbol? type) => type is INamedTypeSymbol { Name: "LinkedList" or "LinkedListNode" } && type.IsIn("System", "Collections", "Generic");

    /// <summary>Whether a property of the framework gives its own object in another form, or another part of the same whole.</summary>
    public static bool GivesItself(this IPropertySymbol property) => property.ContainingType.IsView()
        ? property.Type.IsView() || property.Type.TypeKind == TypeKind.Array || property.Name is "Dictionary" or "Set"
        : property.ContainingType.IsLinked() && property.Type.IsLinked();

    /// <summary>Whether assigning the value copies it.</summary>
    public static bool IsCopied(this ITypeSymbol? type) => type is { IsValueType: true } && !type.IsView();

    /// <summary>Whether a type or namespace stands in a namespace.</summary>
    public static bool IsIn(this ISymbol symbol, params string[] names)
    {
        INamespaceSymbol? space = symbol.ContainingNamespace;
        for (int i = names.Length - 1; i >= 0; i--, space = space.ContainingNamespace)
        {
            if (space is null || !string.Equals(space.Name, names[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return space is { IsGlobalNamespace: true };
    }

    /// <summary>Whether a property only reads what was stored.</summary>
    public static bool IsStored(this IPropertySymbol property, bool isSource) => !isSource || property.IsAbstract || property.ContainingType.TypeKind == TypeKind.Interface || property.ContainingType.IsAnonymousType || property.BackingField() is not null;

    /// <summary>Whether it is a parameter that the members of a type see.</summary>
    public static bool IsOfPrimary(this IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.IsPrimary();

    /// <summary>Whether it is written behind the name of its type.</summary>
    public static bool IsPrimary(this IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>What an automatic property stores to.</summary>
    public static IFieldSymbol? BackingField(this IPropertySymbol property)
    {
        IPropertySymbol original = property.OriginalDefinition;
        INamedTypeSymbol type = original.ContainingType;

        // By the name that compilers give it: some types have thousands of members. How it is called for a member of an interface is not for sure.
        foreach (ISymbol member in original.ExplicitInterfaceImplementations.IsEmpty ? type.GetMembers($"<{original.Name}>k__BackingField") : type.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } field && SymbolEqualityComparer.Default.Equals(owner, original))
            {
                return field;
            }
        }

        return null;
    }

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }
}
