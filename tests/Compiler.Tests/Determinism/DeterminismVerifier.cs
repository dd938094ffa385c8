using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Wraps what a test is about into an event, a state and a reducer.</summary>
internal static class DeterminismVerifier
{
    private const string Usings = "using System.Collections.Immutable;\nusing System.Globalization;\nusing System.Linq;\n";

    /// <summary>Verifies the body of a reducer of a state with some members, and declarations beside it.</summary>
    public static Task VerifyReducerAsync(string body, string others = "", string usings = "") =>
        Verifier.VerifyAsync<DeterminismAnalyzer>(usings + "\n" + Program(body, others));

    /// <summary>The same with a second file, which sees what the first does.</summary>
    public static Task VerifyFilesAsync(string body, string others, string file) =>
        Verifier.VerifyAsync<DeterminismAnalyzer>(Program(body, others), Usings + file);

    /// <summary>The messages for the body of a reducer.</summary>
    public static Task<IEnumerable<string>> MessagesAsync(string body, string others = "") =>
        Verifier.MessagesAsync<DeterminismAnalyzer>(Verifier.Usings + Program(body, others));

    /// <summary>The program around a body.</summary>
    public static string Program(string body, string others) => Usings + $$"""

        [Event("test.happened")]
        public sealed partial record Happened(string Value, int Number, double Amount, DateTimeOffset At);

        [State("test")]
        public sealed partial record Test
        {
            public static Test Initial { get; } = new();
            public string Text { get; init; } = "";
            public int Number { get; init; }
            public double Amount { get; init; }
            public Guid Id { get; init; }
            public DateTimeOffset At { get; init; }
            public ImmutableList<string> Names { get; init; } = [];
            public ImmutableDictionary<string, int> Counts { get; init; } = ImmutableDictionary<string, int>.Empty;
            public List<string> Changing { get; init; } = [];
            public Dictionary<string, int> Map { get; init; } = [];

            [Reducer]
            public Test On(Happened e, EventContext context)
            {
                {{body}}
            }
        }

        {{others}}
        """;
}
