using System.Globalization;
using System.Text;
using Daybook;
using Daybook.Llm;
using Microsoft.Extensions.AI;
using RecordChat;

Arguments arguments;
try
{
    arguments = Arguments.Parse(args);
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
    await using Stream input = Open(arguments.File);
    await using IEventStore store = await EventStores.OpenAsync(arguments.ConnectionString, cancellationToken: stop.Token);

    // A saved response stands in for a provider; with one, this is new SseChatClient(httpClient, endpoint).Recorded(store).
    using var provider = new SseChatClient(new HttpClient(new SavedResponse(input)), new("https://saved.example/"));
    using IChatClient client = provider.Recorded(store, new() { StreamId = (_, _) => streamId, OnStoreFailure = StoreFailurePolicy.Fail, CheckpointInterval = 64 });
    try
    {
        await client.PrintAsync([new(ChatRole.User, "What does the saved response say?")], Console.Out, stop.Token);
    }
    catch (ChatProviderException)
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

static Stream Open(string? file) => file switch
{
    null => typeof(SseChatClient).Assembly.GetManifestResourceStream("hello.sse")!,
    "-" => Console.OpenStandardInput(),
    _ => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, useAsync: true),
};
