using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Looks into what pipeline steps keep.</summary>
internal static class ModelContents
{
    /// <summary>Holds that nothing that the steps keep leads to a symbol or to syntax.</summary>
    /// <returns>How many objects they keep.</returns>
    public static int CheckNoSymbols(GeneratorRunResult result, IEnumerable<string> steps)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (object value in steps.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs).Select(output => output.Value))
        {
            Visit(value, seen);
        }

        return seen.Count;
    }

    private static void Visit(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel or SyntaxReference or AttributeData, value.GetType().ToString());
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Visit(item, seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), seen);
            }
        }
    }
}
