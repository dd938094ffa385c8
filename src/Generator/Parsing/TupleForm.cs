using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>A type of the framework that is a fixed row of values: an array of exactly these.</summary>
/// <param name="Elements">The values' types.</param>
/// <param name="Members">The fields or properties that hold them.</param>
/// <param name="Constructed">What stands behind <c>new</c>; the constructor takes the values in this order.</param>
internal sealed record TupleForm(IReadOnlyList<ITypeSymbol> Elements, IReadOnlyList<string> Members, string Constructed)
{
    private static readonly string[] Items = ["Item1", "Item2", "Item3", "Item4", "Item5", "Item6", "Item7", "Rest"];

    private static readonly Dictionary<string, string[]> Forms = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.KeyValuePair`2"] = ["Key", "Value"],
        ["System.Range"] = ["Start", "End"],
        ["System.Numerics.Complex"] = ["Real", "Imaginary"],
        ["System.Numerics.Vector2"] = ["X", "Y"],
        ["System.Numerics.Vector3"] = ["X", "Y", "Z"],
        ["System.Numerics.Vector4"] = ["X", "Y", "Z", "W"],
        ["System.Numerics.Quaternion"] = ["X", "Y", "Z", "W"],
        ["System.Numerics.Matrix3x2"] = ["M11", "M12", "M21", "M22", "M31", "M32"],
        ["System.Numerics.Matrix4x4"] =
        [
            "M11", "M12", "M13", "M14", "M21", "M22", "M23", "M24", "M31", "M32", "M33", "M34", "M41", "M42", "M43", "M44",
        ],
    };

    /// <summary>The types that it finds besides tuples.</summary>
    public static IEnumerable<string> Names => Forms.Keys;

    public static TupleForm? Find(INamedTypeSymbol type)
    {
        if (type.ContainingType is not null)
        {
            return null;
        }

        string name = type.ToMetadataName();
        bool isValueTuple = name.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
        if (isValueTuple || name.StartsWith("System.Tuple`", StringComparison.Ordinal))
        {
            // C# writes a long tuple flat; what the type holds is seven values and a tuple of the others.
            string constructed = isValueTuple ? $"global::System.ValueTuple<{string.Join(", ", type.TypeArguments.Select(argument => argument.ToCode()))}>" : type.ToBareCode();
            return new(type.TypeArguments, [.. Items.Take(type.TypeArguments.Length)], constructed);
        }

        return Forms.TryGetValue(name, out string[]? names)
            ? new(type.IsGenericType ? type.TypeArguments : [.. names.Select(member => TypeOf(type, member))], names, type.ToBareCode())
            : null;
    }

    private static ITypeSymbol TypeOf(INamedTypeSymbol type, string member) => type.GetMembers(member)[0] switch
    {
        IFieldSymbol field => field.Type,
        ISymbol property => ((IPropertySymbol)property).Type,
    };
}
