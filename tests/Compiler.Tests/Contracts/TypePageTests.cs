using System.Reflection;
using Daybook.Generator.Parsing;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>What the generator knows and what docs/types.md shows is the same.</summary>
public class TypePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(
        typeof(TypePageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "docs", "types.md"));

    private static readonly string[] Shown = [.. Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];

    [Fact]
    public void Every_type_that_the_generator_knows_is_on_the_page() =>
        Assert.All(Leaf.Names.Concat(TupleForm.Names).Concat(CollectionForm.Names), name => Assert.Contains(Shown, shown => Is(shown, name)));

    // System.Collections.Generic.List`1 is shown as List<int>, System.Memory<byte> as Memory<byte>, the special types as keywords.
    private static bool Is(string shown, string name)
    {
        string plain = name.Split('<')[0];
        string simple = plain[(plain.LastIndexOf('.') + 1)..].Split('`')[0];
        return simple switch
        {
            "Boolean" => shown is "bool",
            "SByte" or "Byte" or "Char" or "String" or "Decimal" or "Double" => string.Equals(shown, simple, StringComparison.OrdinalIgnoreCase),
            "Int16" => shown is "short",
            "Int32" => shown is "int",
            "Int64" => shown is "long",
            "UInt16" => shown is "ushort",
            "UInt32" => shown is "uint",
            "UInt64" => shown is "ulong",
            "Single" => shown is "float",
            _ when name.Contains('<') => shown == name[(plain.LastIndexOf('.') + 1)..],
            _ when name.Contains('`') => shown.StartsWith(simple + "<", StringComparison.Ordinal),
            _ => shown == simple,
        };
    }
}
