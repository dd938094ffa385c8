using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Microsoft.Win32.SafeHandles;

namespace Daybook.Benchmarks;

/// <summary>Durable appends to the file store by one caller; limit: a bare write and flush of as many bytes into a file that was written before.</summary>
[MemoryDiagnoser]
public partial class B4FileAppend
{
    private const int Appends = 500;
    private const int BytesOfAnAppend = 56;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-b4-").FullName;
    private readonly byte[] _bytes = new byte[BytesOfAnAppend];
    private IEventStore? _store;
    private Text.Recorder? _recorder;
    private SafeFileHandle? _file;
    private long _position;

    /// <summary>How long the stream is already: the cost must not depend on it.</summary>
    [Params(0, 1_000_000)]
    public int Length { get; set; }

    // Waits: the toolchain does not await a setup.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        _file = File.OpenHandle(Path.Combine(_directory, "bare"), FileMode.Create, FileAccess.ReadWrite);
        RandomAccess.Write(_file, new byte[16 << 20], 0);
        RandomAccess.FlushToDisk(_file);
        _store = EventStores.File(Path.Combine(_directory, "store"));
        _recorder = new(_store, "text");
        for (int i = 0; i < Length; i += 10_000)
        {
            await using Text.Batch batch = _recorder.Batch();
            for (int j = 0; j < 10_000; j++)
            {
                batch.RecordToken(" word", j);
            }

            _ = await batch.CommitAsync();
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _store!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _file!.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    public void BareWriteAndFlush()
    {
        for (int i = 0; i < Appends; i++)
        {
            RandomAccess.Write(_file!, _bytes, _position);
            _position = (_position + BytesOfAnAppend) % ((16 << 20) - 64);
            _ = FlushData(_file!);
        }
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    public async Task Append()
    {
        for (int i = 0; i < Appends; i++)
        {
            _ = await _recorder!.RecordTokenAsync(" word", i);
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FlushData(SafeFileHandle file);
}
