namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>A state around a reducer that may want the event's context.</summary>
internal static class EventContextProgram
{
    public static string With(string reducer) => $$"""
        [Event("test.happened")]
        public sealed partial record Happened(string Name);

        [State("test")]
        public sealed partial record Test
        {
            public static Test Initial { get; } = new();
            public int Day { get; init; }
            public Guid Id { get; init; }
            public Guid Other { get; init; }
            public DateTimeOffset At { get; init; }

            [Reducer]
            {{reducer}}
        }
        """;
}
