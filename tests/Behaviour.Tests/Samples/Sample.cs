using Daybook.Schema;
using Daybook.Tests;

namespace Daybook.Behaviour.Tests.Samples;

/// <summary>A payload that generated code has written.</summary>
/// <param name="Name">The record's wire name and what is special about the value.</param>
/// <param name="Schema">The record's schema.</param>
/// <param name="Payload">The bytes.</param>
/// <param name="Rewrite">Reads bytes with generated code, and writes what was read.</param>
internal sealed record Sample(string Name, RecordSchema Schema, byte[] Payload, Func<byte[], byte[]> Rewrite)
{
    private const int RandomValues = 25;

    /// <summary>The values given, and random ones.</summary>
    public static IEnumerable<Sample> Of<TEvent>(params (string Label, TEvent Value)[] values)
        where TEvent : IEvent<TEvent> =>
        WithRandom(TEvent.Schema, values.Select(each => (each.Label, Tests.Payload.Of(each.Value))), payload => Tests.Payload.Of(Tests.Payload.Read<TEvent>(payload)));

    /// <summary>The values given, and random ones.</summary>
    public static IEnumerable<Sample> OfState<TState>(params (string Label, TState Value)[] values)
        where TState : IState<TState> =>
        WithRandom(TState.Schema, values.Select(each => (each.Label, Tests.Payload.OfState(each.Value))), payload => Tests.Payload.OfState(Tests.Payload.ReadState<TState>(payload)));

    /// <summary>Whether both payloads hold the same values in the same order. Their bytes may differ in the encoding of numbers.</summary>
    public bool IsSame(byte[] other) =>
        PayloadComparer.Compare(Schema, Payload, other).Count == 0 && Description.Of(other) == Description.Of(Payload);

    public ForeignCase ToForeignCase() =>
        new(Name, Payload, JsonDescription.Of(Schema, PayloadJson.ToJson(Schema, Payload)), foreign => IsSame(Rewrite(foreign)));

    public override string ToString() => Name;

    private static IEnumerable<Sample> WithRandom(RecordSchema schema, IEnumerable<(string Label, byte[] Payload)> values, Func<byte[], byte[]> rewrite)
    {
        // Lone surrogates have samples of their own: some languages have none.
        var random = new RandomPayload(new Random(5), loneSurrogates: false);
        return values
            .Concat(Enumerable.Range(0, RandomValues).Select(_ => ("random", rewrite(random.Bytes(schema)))))
            .Select(each => new Sample($"{schema.Name}: {each.Item1}", schema, each.Item2, rewrite));
    }
}
