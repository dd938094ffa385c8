using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using Daybook.MessagePack;

namespace Daybook.Benchmarks;

/// <summary>Writing and reading the record that the budgets name; floor: code written by hand for it; peer: System.Text.Json, generated.</summary>
[MemoryDiagnoser]
public class B1Serialization
{
    private readonly PooledBuffer _buffer = new(1024);
    private readonly byte[] _bytes = new byte[1024];
    private readonly Measured _value = new(
        "a short name", 1234, 9_876_543_210, 3.14159, ["red", "green", "blue"],
        new() { ["one"] = 1, ["two"] = 200, ["three"] = 30_000, ["four"] = 4_000_000 }, new(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc));
    private byte[] _payload = [];
    private byte[] _json = [];

    [GlobalSetup]
    public void Setup()
    {
        _ = WriteDaybook();
        _payload = _buffer.WrittenSpan.ToArray();
        int length = HandWritten.Write(_bytes, _value);
        if (!_payload.AsSpan().SequenceEqual(_bytes.AsSpan(0, length)))
        {
            throw new InvalidOperationException("The floor writes other bytes.");
        }

        _json = JsonSerializer.SerializeToUtf8Bytes(_value, MeasuredJson.Default.Measured);
    }

    [Benchmark]
    public int WriteByHand() => HandWritten.Write(_bytes, _value);

    [Benchmark]
    public int WriteDaybook()
    {
        _buffer.Clear();
        var writer = new MessagePackWriter(_buffer);
        Write(ref writer, _value);
        writer.Flush();
        return _buffer.Length;
    }

    [Benchmark]
    public byte[] WriteJson() => JsonSerializer.SerializeToUtf8Bytes(_value, MeasuredJson.Default.Measured);

    [Benchmark]
    public Measured ReadByHand() => HandWritten.Read(_payload);

    [Benchmark]
    public Measured ReadDaybook()
    {
        var reader = new MessagePackReader(_payload);
        return Read<Measured>(ref reader);
    }

    [Benchmark]
    public Measured? ReadJson() => JsonSerializer.Deserialize(_json, MeasuredJson.Default.Measured);

    private static void Write<TEvent>(ref MessagePackWriter writer, in TEvent value)
        where TEvent : IEvent<TEvent> => TEvent.Write(ref writer, in value);

    private static TEvent Read<TEvent>(ref MessagePackReader reader)
        where TEvent : IEvent<TEvent> => TEvent.Read(ref reader);
}

[JsonSerializable(typeof(Measured))]
internal sealed partial class MeasuredJson : JsonSerializerContext;
