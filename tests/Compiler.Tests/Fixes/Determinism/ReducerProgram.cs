namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>A reducer around what a fix changes.</summary>
internal static class CultureProgram
{
    public static string Around(string body, string usings = "using System.Collections.Immutable;\nusing System.Globalization;\nusing System.Linq;\n") => $$"""
        {{usings}}
        [Event("test.happened")]
        public sealed partial record Happened(string Value, int Number, double Amount, DateTimeOffset At);

        [State("test")]
        public sealed partial record Test
        {
            public static Test Initial { get; } = new();
            public string Text { get; init; } = "";
            public double Amount { get; init; }
            public ImmutableList<string> Names { get; init; } = [];

            [Reducer]
            public Test On(Happened e)
            {
                {{body}}
            }
        }
        """;
}
