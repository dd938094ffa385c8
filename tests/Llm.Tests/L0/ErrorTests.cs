using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Daybook.Llm;

namespace Daybook.Tests.L0;

public sealed class ErrorTests
{
    [Fact]
    public void An_exception_gives_its_name_and_message_and_no_stack()
    {
        Assert.Equal(new LlmError("InvalidOperationException", "no"), LlmError.From(Thrown()));
    }

    [Fact]
    public void The_stack_is_recorded_where_it_is_asked_for()
    {
        Assert.Contains(nameof(Thrown), LlmError.From(Thrown(), includeStack: true).Stack!, StringComparison.Ordinal);
        Assert.Null(LlmError.From(new TimeoutException("never thrown"), includeStack: true).Stack);
    }

    [Fact]
    public void Codes_come_from_what_carries_one_or_from_the_caller()
    {
        Assert.Equal("503", LlmError.From(new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable)).Code);
        Assert.Equal("ConnectionRefused", LlmError.From(new SocketException((int)SocketError.ConnectionRefused)).Code);
        LlmError error = LlmError.From(Thrown(), code: "rate_limit", metadata: JsonElement.Parse("""{"after":3}"""));
        Assert.Equal(("rate_limit", 3), (error.Code, error.Metadata!.Value.GetProperty("after").GetInt32()));
    }

    [Fact]
    public void What_is_made_an_exception_again_carries_all_of_it()
    {
        var error = new LlmError("TimeoutError", "Stream timed out") { Code = "E1", Stack = "at x", Metadata = JsonElement.Parse("{}") };
        LlmErrorException exception = error.ToException();
        Assert.Equal(("Stream timed out", "TimeoutError", "E1", "at x"), (exception.Message, exception.OriginalName, exception.Code, exception.OriginalStack));
        Assert.Equal(JsonValueKind.Object, exception.Metadata?.ValueKind);
        Assert.Equal(error, LlmError.From(exception, includeStack: true));
        Assert.Equal(error with { Stack = null }, LlmError.From(exception));
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("no", new IOException("inner"));
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
