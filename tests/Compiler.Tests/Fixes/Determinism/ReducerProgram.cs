namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>A reducer around what a fix changes.</summary>
internal static class ReducerProgram
{
    public static string Around(string body, string usings = "using System.Collections.Immutable;\nusing System.Globalization;\nusing System.Linq;\n") => $$"""
        {{usings}}
        [Event("test.happened")]
        public sealed partial record Happened(string Value, int Number, double Amount, DateTimeOffset At);

        [State("test")]
        public sealed partial record Test
        {
            public static Test Initial { get; } = new();
            internal /* a */ static /* b */ int /* c */ Shared = 1; // d
            internal static int Written = 1;
            public int Count { get; set; }
            public int Other { get; set; }
            public int Twice => Count * 2;
            public double Amount { get; init; }
            public short Small { get; set; }
            public byte? Maybe { get; set; }
            public char Letter { get; set; }
            public float Ratio { get; set; }
            public DayOfWeek Day { get; set; }
            public TimeSpan Total { get; set; }
            public Int128 Large { get; set; }
            public string Text { get; set; } = "";
            public IEnumerable<string> Words { get; init; } = [];
            public System.Collections.Immutable.ImmutableList<string> Names { get; init; } = [];
            public List<string> Changing { get; init; } = [];
            public Test Renamed(string text) => this with { Text = text };
            public static void Write() => Written = 2;

            [Reducer]
            public Test On(Happened e)
            {
                {{body.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """;
}
