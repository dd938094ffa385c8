using Daybook.Analyzers.Determinism.Culture;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>What the members call that the compiler writes for a record.</summary>
internal static class RecordCalls
{
    /// <summary>What such a member calls; null when it is none of these.</summary>
    public static IEnumerable<ISymbol>? Of(INamedTypeSymbol record, IMethodSymbol method) => method.Name switch
    {
        "op_Equality" or "op_Inequality" => MembersOf(record, "Equals").Take(1),
        "Equals" => method.Parameters[0].Type.Is(record) ? OfFields(record, "Equals").Concat(OfBase(record, "Equals")).Concat(ContractOf(record)) : MembersOf(record, "Equals").Where(other => !other.Is(method)).Take(1),
        "GetHashCode" => OfFields(record, "GetHashCode").Concat(OfBase(record, "GetHashCode")).Concat(ContractOf(record)),
        "ToString" => MembersOf(record, "PrintMembers"),
        "PrintMembers" => OfFields(record, "ToString").Concat(OfPrinted(record)).Concat(OfBase(record, "PrintMembers")),
        "<Clone>$" => record.InstanceConstructors.Where(IsCopy),
        "Deconstruct" => method.Parameters.SelectMany(parameter => record.GetMembers(parameter.Name)).OfType<IPropertySymbol>().Select(property => property.GetMethod).OfType<ISymbol>(),
        _ when IsCopy(method) => record.BaseType?.OriginalDefinition is { IsRecord: true } parent && !IsElsewhere(parent, record) ? parent.InstanceConstructors.Where(IsCopy) : [],
        _ => null,
    };

    /// <summary>Whether a constructor copies a record: it runs no initializers.</summary>
    public static bool IsCopy(IMethodSymbol constructor) =>
        constructor is { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true, IsValueType: false } record, Parameters.Length: 1 } && constructor.Parameters[0].Type.OriginalDefinition.Is(record.OriginalDefinition);

    private static IEnumerable<IMethodSymbol> MembersOf(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IMethodSymbol>().OrderBy(method => method.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_Object);

    private static IEnumerable<ISymbol> OfBase(INamedTypeSymbol record, string name) =>
        record.BaseType?.OriginalDefinition is { IsRecord: true } parent && !IsElsewhere(parent, record) ? MembersOf(parent, name).Take(1) : [];

    private static IEnumerable<ISymbol> ContractOf(INamedTypeSymbol record) =>
        record.GetMembers("EqualityContract").OfType<IPropertySymbol>().Where(contract => !contract.IsImplicitlyDeclared).Select(contract => contract.GetMethod).OfType<ISymbol>();

    /// <summary>The same member of everything that the record holds, where the compilation declares it.</summary>
    private static IEnumerable<ISymbol> OfFields(INamedTypeSymbol record, string name) => record.GetMembers().OfType<IFieldSymbol>()
        .Where(field => !field.IsStatic).Select(field => field.Type.WithoutNullable()).Where(type => !IsElsewhere(type, record))
        .SelectMany(type => MembersOf((INamedTypeSymbol)type.OriginalDefinition, name).Take(1));

    /// <summary>The getters that give what is printed.</summary>
    private static IEnumerable<ISymbol> OfPrinted(INamedTypeSymbol record) => record.GetMembers().OfType<IPropertySymbol>()
        .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, IsOverride: false }).Select(property => property.GetMethod).OfType<ISymbol>();

    private static bool IsElsewhere(ITypeSymbol type, INamedTypeSymbol record) => type is not INamedTypeSymbol || !type.ContainingAssembly.Is(record.ContainingAssembly);
}
