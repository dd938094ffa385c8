using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>What to use in place of a type that cannot be recorded, as the end of a sentence.</summary>
internal static class Replacement
{
    /// <summary>For a generic type whose members lead to ever larger ones.</summary>
    public const string OfGrowing = "a type that does not contain itself with larger and larger type arguments";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["System.IntPtr"] = "'long'",
        ["System.UIntPtr"] = "'ulong'",
        ["System.Type"] = "a 'string' with a name that you choose",
        ["System.Lazy`1"] = "the value itself",
        ["System.Threading.Tasks.Task`1"] = "its result",
        ["System.Threading.Tasks.ValueTask`1"] = "its result",
        ["System.Collections.Generic.IAsyncEnumerable`1"] = "a list of what it gives",
        ["System.Linq.ILookup`2"] = "a dictionary of lists",
        ["System.Linq.IGrouping`2"] = "a tuple of the key and a list",
        ["System.Text.Json.JsonDocument"] = "'JsonElement'",
        ["System.Text.Json.Nodes.JsonNode"] = "'JsonElement'",
        ["System.Text.Json.Nodes.JsonObject"] = "'JsonElement'",
        ["System.Text.Json.Nodes.JsonArray"] = "'JsonElement'",
        ["System.Text.Json.Nodes.JsonValue"] = "'JsonElement'",
        ["System.Globalization.CultureInfo"] = "a 'string' with its name",
        ["System.TimeZoneInfo"] = "a 'string' with its id",
        ["System.Net.IPAddress"] = "a 'string' with its text",
        ["System.Span`1"] = "'ReadOnlyMemory<T>'",
        ["System.ReadOnlySpan`1"] = "'ReadOnlyMemory<T>'",
    };

    public static string Of(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } => "the type that it really is, or 'JsonElement' for free-form data",
        { TypeKind: TypeKind.Delegate or TypeKind.FunctionPointer } => "data from which code can be chosen; code itself is no data",
        IArrayTypeSymbol { Rank: > 4 } => "an array of at most four dimensions",
        INamedTypeSymbol { ContainingType: null } named when Known.TryGetValue(named.ToMetadataName(), out string? other) => other,
        INamedTypeSymbol named when IsUntypedCollection(named) => "a collection that names the type of its elements, such as 'List<T>'",
        _ => "a supported type, or a record or struct of your own",
    };

    private static bool IsUntypedCollection(INamedTypeSymbol type) =>
        !type.IsGenericType
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable))
        && !type.AllInterfaces.Any(contract => contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
}
