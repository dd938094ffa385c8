using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class HandlerTests
{
    private static readonly GuardrailViolation First = new("a", "first");
    private static readonly GuardrailViolation Second = new("b", "second");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_hears_of_its_events_in_order_and_the_general_one_last()
    {
        await using ReplayResult result = await ResultAsync();
        var heard = new List<string>();
        _ = result
            .OnEvent(envelope => heard.Add($"event {envelope.EventType.Name}"))
            .OnToken(token => heard.Add($"token {token}, content {result.State.Content}"))
            .OnViolation(violation => heard.Add($"violation {violation.Rule}"))
            .OnRetry((attempt, reason) => heard.Add($"retry {attempt} {reason}"));
        await foreach (Envelope envelope in result)
        {
            heard.Add("handed out");
        }

        Assert.Equal(
            [
                "event llm.start", "handed out",
                "event llm.token", "handed out",
                "token x, content x", "event llm.token", "handed out",
                "violation a", "violation b", "event llm.guardrail", "handed out",
                "retry 1 rate_limit", "event llm.retry", "handed out",
                "token y, content y", "event llm.token", "handed out",
                "event llm.complete", "handed out",
            ],
            heard);
    }

    [Fact]
    public async Task Handlers_add_up_until_a_set_takes_their_place()
    {
        await using ReplayResult result = await ResultAsync();
        var heard = new List<string>();
        _ = result.OnToken(token => heard.Add($"1{token}")).OnToken(async token =>
        {
            await Task.Yield();
            heard.Add($"2{token}");
        });
        _ = await result.ToEndAsync(Stop);
        Assert.Equal(["1x", "2x", "1y", "2y"], heard);
        heard.Clear();
        _ = result.SetHandlers(new() { OnToken = token => heard.Add($"3{token}"), OnRetry = (attempt, _) => heard.Add($"r{attempt}"), OnViolation = v => heard.Add(v.Rule), OnEvent = _ => heard.Add(".") });
        _ = await result.ToEndAsync(Stop);
        Assert.Equal([".", ".", "3x", ".", "a", "b", ".", "r1", ".", "3y", ".", "."], heard);
        heard.Clear();
        _ = result.SetHandlers(new());
        _ = await result.ToEndAsync(Stop);
        Assert.Empty(heard);
    }

    [Fact]
    public async Task Handlers_that_are_set_on_the_way_are_for_the_next_event()
    {
        await using ReplayResult result = await ResultAsync();
        var heard = new List<string>();
        _ = result.OnToken(token =>
        {
            heard.Add($"old {token}");
            _ = result.SetHandlers(new() { OnToken = next => heard.Add($"new {next}"), OnEvent = _ => heard.Add(".") });
        });
        _ = await result.ToEndAsync(Stop);
        Assert.Equal(["old x", ".", ".", "new y", ".", "."], heard);
    }

    [Fact]
    public async Task Handlers_rest_when_they_are_not_to_fire()
    {
        await using ReplayResult result = await ResultAsync();
        int heard = 0;
        _ = result.OnToken(_ => heard++).OnEvent(_ => heard++);
        result.FireHandlers = false;
        Assert.True((await result.ToEndAsync(Stop)).Completed);
        Assert.Equal(0, heard);
    }

    [Fact]
    public async Task What_a_handler_throws_ends_the_enumeration_and_the_state_stays_there()
    {
        await using ReplayResult result = await ResultAsync();
        _ = result.OnRetry((_, reason) => throw new InvalidOperationException(reason));
        InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => result.ToEndAsync(Stop).AsTask());
        Assert.Equal("rate_limit", thrown.Message);
        Assert.Equal(4, result.Position);
        Assert.False(result.State.Completed);
    }

    private static async Task<ReplayResult> ResultAsync()
    {
        IEventStore store = EventStores.Memory();
        await RecordAsync(
            store,
            "s",
            new StartEvent(new()),
            new TokenEvent("hm", 0, TokenKind.Reasoning),
            new TokenEvent("x", 0),
            new GuardrailEvent(new() { Violations = [First, Second] }),
            new RetryEvent(1, "rate_limit"),
            new TokenEvent("y", 0),
            new CompleteEvent());
        return await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
    }
}
