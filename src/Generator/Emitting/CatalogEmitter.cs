using Daybook.Generator.Equatable;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the catalog of an assembly's events.</summary>
internal static class CatalogEmitter
{
    /// <summary>The types in the order of their events' names, which stands in no catalog itself.</summary>
    public static EquatableArray<string> Sort(IEnumerable<CatalogEntry> entries) =>
        new(entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Version).ThenBy(entry => entry.Type, StringComparer.Ordinal).Select(entry => entry.Type));

    public static void Emit(SourceProductionContext output, EquatableArray<string> types, string assembly)
    {
        if (types.Count > 0)
        {
            output.AddSource("Daybook.Generated.Catalog.g.cs", Emit(types, AssemblyName.ToIdentifier(assembly) + "Catalog"));
        }
    }

    private static string Emit(EquatableArray<string> types, string name)
    {
        var code = new CodeWriter();
        Header.Write(code);
        code.Line("namespace Daybook.Generated;\n");
        code.Line("/// <summary>The event types of this assembly.</summary>");
        code.Line(Header.Attributes);
        code.Open($"internal static class {name}");
        code.Line("/// <summary>The catalog.</summary>");
        code.Line($"public static {Names.Catalog} Instance {{ get; }} = new({Names.ImmutableArray}.Create(new {Names.Descriptor}[]");
        code.Line("{");
        code.Indent();
        foreach (string type in types)
        {
            code.Line($"{Names.Descriptor}.Of<{type}>(),");
        }

        code.Outdent();
        code.Line("}));");
        code.Close();
        return code.ToString();
    }
}
