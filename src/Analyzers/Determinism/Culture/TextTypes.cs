using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Says what the culture changes in the texts of types, when nobody gives one.</summary>
internal sealed class TextTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<ITypeSymbol, Sensitivity> _plain = new(SymbolEqualityComparer.Default);

    /// <summary>What it changes in the text that <c>ToString</c> gives.</summary>
    public Sensitivity Of(ITypeSymbol? type) => type is null ? Sensitivity.None : _plain.GetOrAdd(type, Find);

    /// <summary>What it changes in the text that a format gives.</summary>
    public Sensitivity Of(ITypeSymbol? type, string? format) => type is null ? Sensitivity.None : FormatStrings.Apply(type.WithoutNullable(), format, Of(type));

    private Sensitivity Find(ITypeSymbol type) => TypeClosure.Of(type, PartsOf).Select(OfItself).Max();

    /// <summary>What is in its text by the compiler's doing.</summary>
    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol type) => type is INamedTypeSymbol named && IsMadeOfParts(named)
        ? named.IsComposed() ? named.TypeArguments : PrintedBy(named)
        : [];

    private static bool IsMadeOfParts(INamedTypeSymbol type) => type.IsComposed() || type.IsAnonymousType || HasSynthesizedText(type);

    private Sensitivity OfItself(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_IntPtr } => Sensitivity.Sign,
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_DateTime } => Sensitivity.Full,
        { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } or { TypeKind: TypeKind.TypeParameter } => Sensitivity.Opaque,
        { SpecialType: >= SpecialType.System_Enum and <= SpecialType.System_UIntPtr } => Sensitivity.None,
        { TypeKind: TypeKind.Interface } => Sensitivity.Opaque,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when !IsMadeOfParts(named) => OfNamed(named),
        _ => Sensitivity.None,
    };

    private Sensitivity OfNamed(INamedTypeSymbol type)
    {
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) || !type.AllInterfaces.Any(contract => contract.IsNamed("System", "IFormattable")))
        {
            // Where the type writes its text itself, the call is followed; else the text is its name.
            return Sensitivity.None;
        }

        return type.ContainingAssembly.Name.StartsWith("System", StringComparison.Ordinal) ? OfFramework(type) : IsOurs(type) ? Sensitivity.None : Sensitivity.Opaque;
    }

    private static Sensitivity OfFramework(INamedTypeSymbol type) => type.Name switch
    {
        "Guid" or "Version" or "TimeSpan" or "Rune" or "UInt128" or "IPAddress" or "IPNetwork" => Sensitivity.None,
        "Int128" => Sensitivity.Sign,
        _ => Sensitivity.Full,
    };

    private static bool IsOurs(INamedTypeSymbol type) => type.ContainingAssembly.Name.Equals("Daybook", StringComparison.Ordinal);

    /// <summary>Whether the compiler writes the text: from all that is public.</summary>
    private static bool HasSynthesizedText(INamedTypeSymbol type) =>
        type.IsRecord && IsSynthesized(type, "ToString", parameters: 0) && IsSynthesized(type, "PrintMembers", parameters: 1);

    private static bool IsSynthesized(INamedTypeSymbol type, string name, int parameters) => type.GetMembers(name).OfType<IMethodSymbol>().All(method =>
        method.Parameters.Length != parameters || method.IsImplicitlyDeclared || method.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed("System.Runtime.CompilerServices", "CompilerGeneratedAttribute")));

    private static IEnumerable<ITypeSymbol> PrintedBy(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? link = type; link is { SpecialType: not SpecialType.System_Object }; link = link.BaseType)
        {
            foreach (ISymbol member in link.GetMembers().Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }))
            {
                if (member is IPropertySymbol { IsIndexer: false, GetMethod: not null, IsOverride: false } property)
                {
                    yield return property.Type;
                }
                else if (member is IFieldSymbol field)
                {
                    yield return field.Type;
                }
            }
        }
    }
}
