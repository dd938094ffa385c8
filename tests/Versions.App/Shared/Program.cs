using System.Text.Json;
using Daybook;
using Versions.App;

// Works on the store in a directory as it is told: each line that comes in is a command, each that goes out its answer.
await using var session = new Session(args[0]);
while (await Console.In.ReadLineAsync() is { } line)
{
    object answer;
    try
    {
        answer = await session.RunAsync(JsonSerializer.Deserialize<Command>(line)!);
    }
    catch (UnknownEventTypeException exception)
    {
        answer = new { Error = nameof(UnknownEventTypeException), Stream = exception.StreamId, exception.Sequence, Type = exception.EventType.ToString() };
    }
    catch (DaybookException exception)
    {
        answer = new { Error = exception.GetType().Name };
    }

    Console.WriteLine(JsonSerializer.Serialize(answer));
}
