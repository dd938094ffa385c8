using System.Reflection;
using System.Text.Json;
using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>Every member of every event, and of every value in it, is stored and comes back.</summary>
public sealed class RoundTripTests
{
    private static readonly JsonElement Json = JsonElement.Parse("""{"temperature":0.7,"nested":[1,null,"ü"]}""");
    private static readonly DateTimeOffset Time = Start.AddTicks(12_345);

    private static readonly LlmOptions Options = new()
    {
        Prompt = "p",
        Model = "m",
        Retry = new() { Attempts = 3, MaxRetries = 6, BaseDelay = TimeSpan.FromMilliseconds(1000), MaxDelay = TimeSpan.FromSeconds(10), Backoff = "fixed-jitter" },
        Timeout = new() { InitialToken = TimeSpan.FromSeconds(5), InterToken = TimeSpan.FromSeconds(10) },
        CheckIntervals = new() { Guardrails = 5, Drift = 10, Checkpoint = 15 },
        ContinueFromCheckpoint = true,
        DetectDrift = true,
        DetectZeroTokens = true,
        FallbackCount = 2,
        GuardrailCount = 3,
        Metadata = Json,
        Extra = Json,
    };

    private static readonly GuardrailViolation Violation =
        new("r", "m", ViolationSeverity.Fatal) { Position = 7, Recoverable = true, Timestamp = Time, Context = "c", Extra = Json };

    private static readonly RecoveryPolicy Policy =
        new() { Id = "i", RetryEnabled = true, FallbackEnabled = true, MaxRetries = 3, MaxFallbacks = 4, Attempt = 2, FallbackIndex = 1 };

    // Each has all there is to have.
    private static readonly object[] Full =
    [
        new StartEvent(Options, Json, "hash"),
        new TokenEvent("t", 1, TokenKind.Reasoning, IsJoined: true, Json),
        new CheckpointEvent(1, "c"),
        new GuardrailEvent(new() { Violations = [Violation], ShouldRetry = true, ShouldHalt = true, Passed = true, Extra = Json }, 5, "json"),
        new DriftEvent(new() { Detected = true, Types = ["tone", "topic"], Confidence = 0.5, Extra = Json }, 5),
        new RetryEvent(2, "r", TimeSpan.FromSeconds(1.5), CountsTowardLimit: true),
        new FallbackEvent(2) { From = 1, Reason = "slow" },
        new ContinuationEvent("c", 3),
        new CompleteEvent("c", 3, "stop"),
        new ErrorEvent(new("E", "m") { Code = "429", Stack = "at", Metadata = Json }, FailureType.ZeroOutput, RecoveryStrategy.Continue, Policy) { IsReturned = true },
        new ChunkEvent
        {
            Role = "assistant",
            AuthorName = "a",
            ResponseId = "r",
            MessageId = "i",
            ConversationId = "c",
            Model = "m",
            CreatedAt = Time,
            FinishReason = "stop",
            Extra = Json,
            ContinuationToken = "AA==",
        },
        new ToolCallEvent(new("1", "t", Json), IsJoined: true, Json),
        new UsageEvent(new() { Input = 1, Output = 2, Total = 3, CachedInput = 4, Reasoning = 5, Extra = Json }, IsJoined: true, Json),
        new ContentEvent(Json, IsJoined: true),
    ];

    public static TheoryData<string> Kinds => StorePlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_member_comes_back(string kind)
    {
        await using var place = new StorePlace(kind);
        await RecordAsync(place.Store, "s", Full);
        Assert.Equal(Full.Select(EventJson.Of), await place.Store.GetEventsAsync("s", cancellationToken: Stop).Select(envelope => EventJson.Of(envelope.Event)).ToListAsync(Stop));
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", place.Store, cancellationToken: Stop);
        Assert.Equal(EventJson.Of(Options), EventJson.Of(result.OriginalOptions));
    }

    [Fact]
    public void No_member_was_left_out_here() => Assert.Empty(Full.SelectMany(one => Unset(one, one.GetType().Name)));

    [Fact]
    public async Task Every_value_of_every_enumeration_comes_back()
    {
        object[] events =
        [
            .. Enum.GetValues<TokenKind>().Select(kind => new TokenEvent("t", 0, kind)),
            .. Enum.GetValues<FailureType>().Select(type => new ErrorEvent(new("E", "m"), type)),
            .. Enum.GetValues<RecoveryStrategy>().Select(strategy => new ErrorEvent(new("E", "m"), RecoveryStrategy: strategy)),
            .. Enum.GetValues<ViolationSeverity>().Select(severity => new GuardrailEvent(new() { Violations = [Violation with { Severity = severity }] })),
        ];
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", events);
        Assert.Equal(events.Select(EventJson.Of), await store.GetEventsAsync("s", cancellationToken: Stop).Select(envelope => EventJson.Of(envelope.Event)).ToListAsync(Stop));
        Assert.Equal(
            new[] { typeof(TokenKind), typeof(FailureType), typeof(RecoveryStrategy), typeof(ViolationSeverity) }.Select(type => type.Name).Order(StringComparer.Ordinal),
            Full.SelectMany(one => Enumerations(one)).Select(type => type.Name).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Members that are what they are without being set.</summary>
    private static IEnumerable<string> Unset(object value, string path)
    {
        foreach (PropertyInfo member in Members(value))
        {
            object? set = member.GetValue(value);
            object? unset = member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null;
            IEnumerable<string> found = Equals(set, unset) ? [$"{path}.{member.Name}"] : Parts(set!).SelectMany(part => Unset(part, $"{path}.{member.Name}"));
            foreach (string one in found)
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<Type> Enumerations(object value) => Members(value).SelectMany(member =>
    {
        Type type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return type.IsEnum ? [type] : Parts(member.GetValue(value)!).SelectMany(Enumerations);
    });

    private static IEnumerable<PropertyInfo> Members(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetIndexParameters().Length == 0);

    // Values of this library that are members, or stand in lists that are.
    private static IEnumerable<object> Parts(object value) =>
        value is System.Collections.IEnumerable list and not string ? list.Cast<object>().SelectMany(Parts)
        : value.GetType().Namespace == typeof(LlmOptions).Namespace && !value.GetType().IsEnum ? [value]
        : [];
}
