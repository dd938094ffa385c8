using System.Globalization;
using System.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>The source of a project with many events: one file a state.</summary>
internal static class LargeProject
{
    /// <summary>Writes the files.</summary>
    /// <param name="states">How many states there are.</param>
    /// <param name="eventsPerState">How many events each takes.</param>
    /// <returns>The files' texts.</returns>
    internal static IReadOnlyList<string> Write(int states, int eventsPerState) =>
        [.. Enumerable.Range(0, states).Select(state => WriteState(state, eventsPerState))];

    private static string WriteState(int state, int events)
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture,
            $$"""
            using System;
            using Daybook;
            namespace Large.Part{{state}};

            """);
        for (int i = 0; i < events; i++)
        {
            _ = text.Append(CultureInfo.InvariantCulture,
                $$"""
                /// <summary>Number {{i}} happened.</summary>
                /// <param name="Name">Its name.</param>
                [Event("part{{state}}.event{{i}}")] public partial record Event{{i}}(string Name, int Count, DateTimeOffset At);

                """);
        }

        _ = text.Append(CultureInfo.InvariantCulture,
            $$"""
            [State("part{{state}}")]
            public partial record State{{state}}
            {
                public string Name { get; init; } = "";
                public long Total { get; init; }
                public DateTimeOffset Last { get; init; }

            """);
        for (int i = 0; i < events; i++)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"    [Reducer] State{state} On(Event{i} e) => this with {{ Name = e.Name, Total = Total + e.Count, Last = e.At }};\n");
        }

        return text.Append("}\n").ToString();
    }
}
