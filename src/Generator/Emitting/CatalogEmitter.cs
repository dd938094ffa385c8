using System.Text;
using Daybook.Generator.Equatable;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the catalog of an assembly's events.</summary>
internal static class CatalogEmitter
{
    public static EquatableArray<CatalogEntry> Sort(IEnumerable<CatalogEntry> entries) =>
        new(entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Version).ThenBy(entry => entry.Type, StringComparer.Ordinal));

    public static void Emit(SourceProductionContext output, EquatableArray<CatalogEntry> entries, string assembly)
    {
        if (entries.Count > 0)
        {
            output.AddSource("Daybook.Generated.Catalog.g.cs", Emit(entries, ToIdentifier(assembly) + "Catalog"));
        }
    }

    private static string Emit(EquatableArray<CatalogEntry> entries, string name)
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
        foreach (CatalogEntry entry in entries)
        {
            code.Line($"{Names.Descriptor}.Of<{entry.Type}>(),");
        }

        code.Outdent();
        code.Line("}));");
        code.Close();
        return code.ToString();
    }

    private static string ToIdentifier(string assembly)
    {
        var text = new StringBuilder();
        foreach (char c in assembly.Where(c => char.IsLetterOrDigit(c) || c == '_'))
        {
            text.Append(c);
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? "_" + text : text.ToString();
    }
}
