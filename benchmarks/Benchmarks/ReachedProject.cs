using System.Globalization;
using System.Text;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Benchmarks;

/// <summary>A project whose reducers reach many methods: one file with a chain of twenty for each reducer.</summary>
internal static class ReachedProject
{
    internal const int MethodsPerReducer = 20;

    internal static IEnumerable<string> Write(int states, int eventsPerState)
    {
        string[] sources = [.. LargeProject.Write(states, eventsPerState)];
        for (int i = 0; i < sources.Length; i++)
        {
            // Each reducer adds what its own chain makes of the event.
            int reducer = 0;
            yield return Replace(sources[i], "Total + e.Count", () => $"Total + Rules{i}_{reducer++}.Step0(e.Count)");
            for (int chain = 0; chain < reducer; chain++)
            {
                yield return Chain($"Rules{i}_{chain}");
            }
        }
    }

    private static string Chain(string name)
    {
        var text = new StringBuilder("using System.Collections.Generic;\nusing System.Linq;\n\n").Append("internal static class ").Append(name).Append("\n{\n");
        for (int step = 0; step < MethodsPerReducer; step++)
        {
            string next = step + 1 < MethodsPerReducer ? $"Step{step + 1}(sum)" : "sum";
            text.Append(CultureInfo.InvariantCulture, $$"""
                    internal static int Step{{step}}(int value)
                    {
                        var parts = new List<int> { value, {{step}} };
                        int sum = 0;
                        foreach (int part in parts.Where(part => part > 0))
                        {
                            sum += part % 2 == 0 ? part / 2 : (3 * part) + 1;
                        }

                        string text = string.Concat("step", sum > 100 ? "many" : "few");
                        return text.Length > {{step}} ? {{next}} : value;
                    }


                """);
        }

        return text.Append("}\n").ToString();
    }

    private static string Replace(string text, string old, Func<string> replacement)
    {
        var result = new StringBuilder();
        int start = 0;
        for (int found; (found = text.IndexOf(old, start, StringComparison.Ordinal)) >= 0; start = found + old.Length)
        {
            result.Append(text, start, found - start).Append(replacement());
        }

        return result.Append(text, start, text.Length - start).ToString();
    }
}
