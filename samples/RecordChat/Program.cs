using System.Globalization;
using System.Text;
using Daybook;
using Daybook.Llm;
using Microsoft.Extensions.AI;
using RecordChat;

Arguments arguments;
string? key;
try
{
    arguments = Arguments.Parse(args);
    key = arguments.Endpoint is null ? null : arguments.ReadKey();
}
catch (FormatException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message}\n{Arguments.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
string streamId = arguments.Stream ?? $"chat-{Guid.CreateVersion7()}";

try
{
    string prompt = arguments.Endpoint is null ? "What does the saved response say?"
        : arguments.Input is null or "-" ? await Console.In.ReadToEndAsync(stop.Token)
        : arguments.Input;
    using IChatClient provider = arguments.Endpoint is null ? Saved(arguments.Input) : Live(arguments.Endpoint, arguments.Model, key);
    await using IEventStore store = await EventStores.OpenAsync(arguments.ConnectionString, cancellationToken: stop.Token);

    // This is the one line: whatever the provider says is on record from here on. The key, a header of its requests, is not.
    using IChatClient client = provider.Recorded(store, new() { StreamId = (_, _) => streamId, OnStoreFailure = StoreFailurePolicy.Fail, CheckpointInterval = 64 });
    try
    {
        await client.PrintAsync([new(ChatRole.User, prompt)], Console.Out, stop.Token);
    }
    catch (Exception exception) when (exception is ChatProviderException or HttpRequestException)
    {
        // It is on record.
    }

    Summary summary = await ChatReplay.ReplayAsync(store, streamId, arguments.Speed, Console.Out, stop.Token);
    StreamInfo info = (await store.GetStreamInfoAsync(streamId, stop.Token))!;
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

        Replayed {summary.StreamId} from {arguments.Store}
          events     {summary.Events} (stream version {info.Version}, category {info.Category})
          tokens     {summary.Tokens}
          content    {summary.Content.Length} characters
          ended      {(summary.Completed ? "complete" : $"with an error: {summary.Error}")}
          recorded   {info.FirstTimestamp:O} to {info.LastTimestamp:O}
        """));
    if (arguments.Json)
    {
        await Console.Out.WriteLineAsync(summary.ToJson());
    }

    return 0;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or DaybookException or ArgumentException)
{
    await Console.Error.WriteLineAsync($"RecordChat: {exception.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"RecordChat: stopped; what was recorded is in stream {streamId}.");
    return 130;
}

// A real provider, OpenAI or a compatible one.
static SseChatClient Live(Uri endpoint, string? model, string? key) =>
    new(new HttpClient { DefaultRequestHeaders = { Authorization = key is null ? null : new("Bearer", key) } }, endpoint, model);

// A saved response that stands in for one.
static SseChatClient Saved(string? file) => new(
    new HttpClient(new SavedResponse(file switch
    {
        null => typeof(SseChatClient).Assembly.GetManifestResourceStream("hello.sse")!,
        "-" => Console.OpenStandardInput(),
        _ => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, useAsync: true),
    })),
    new("https://saved.example/"));
