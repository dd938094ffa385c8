using Daybook.Generator.Equatable;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Emitting;

/// <summary>Writes what a program's children do: the program started again, to fold and nothing else.</summary>
internal static class ChildFoldEmitter
{
    public const string File = "Daybook.Generated.Children.g.cs";

    /// <summary>Each state once, in an order that does not depend on where the calls stand.</summary>
    public static EquatableArray<string> Sort(IEnumerable<string> states) => new(states.Distinct(StringComparer.Ordinal).OrderBy(state => state, StringComparer.Ordinal));

    public static void Emit(SourceProductionContext output, EquatableArray<string> states, string assembly)
    {
        if (states.Count > 0)
        {
            output.AddSource(File, Emit(states, AssemblyName.ToIdentifier(assembly) + "Children"));
        }
    }

    private static string Emit(EquatableArray<string> states, string name)
    {
        var code = new CodeWriter();
        Header.Write(code);
        code.Line("namespace Daybook.Generated;\n");
        code.Line("/// <summary>Folds in child processes of this program what it has verified there.</summary>");
        code.Line(Header.Attributes);
        code.Open($"internal static class {name}");
        code.Line("/// <summary>Runs before anything else of the program, and does nothing but in such a child.</summary>");
        code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        code.Open("internal static void Run()");
        foreach (string state in states)
        {
            code.Line($"{Names.DeterminismChild}.Run<{state}>();");
        }

        code.Close();
        code.Close();
        return code.ToString();
    }
}
