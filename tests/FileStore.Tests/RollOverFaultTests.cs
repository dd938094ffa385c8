using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class RollOverFaultTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    /// <summary>What a roll-over asks of the disk, in this order.</summary>
    public enum Step
    {
        FlushOld,
        WriteHeader,
        FlushHeader,
        Rename,
        FlushDirectory,
        CutOld,
        WriteGroup,
        FlushGroup,
        WriteIndex,
    }

    public static TheoryData<Step> Steps => [.. Enum.GetValues<Step>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_failure_during_a_roll_over_faults_the_store_and_loses_nothing(Step step)
    {
        var files = new RecordingFiles();
        int acknowledged = 0;
        bool faults = step != Step.WriteIndex;
        var rollOver = new RollOver(step);
        await using (var store = FileEventStore.Open("/store", Small, files))
        {
            files.Fault = rollOver.Fault;
            while (!rollOver.HasFailed && acknowledged < 100)
            {
                // Otherwise the roll-over has nothing of the full segment to flush.
                Durability durability = step == Step.FlushOld && rollOver.IsNear ? Durability.Written : Durability.Flushed;
                Exception? exception = await Record.ExceptionAsync(() => AppendAsync(store, acknowledged, durability));
                Assert.Equal(faults && rollOver.HasFailed, exception is StoreFaultedException);
                acknowledged += exception is null ? 1 : 0;
            }

            if (faults)
            {
                files.Fault = static _ => null;
                _ = await Assert.ThrowsAsync<StoreFaultedException>(() => AppendAsync(store, acknowledged, Durability.Written));
                _ = await Assert.ThrowsAsync<StoreFaultedException>(async () => await store.DeleteStreamAsync("s"));
            }

            Assert.Equal(acknowledged, await CountAsync(store));
        }

        // Closing waits for indexes that are still to be written.
        Assert.True(rollOver.HasFailed);
        Assert.DoesNotContain(files.List("/store"), static name => name.EndsWith(".idx.tmp", StringComparison.Ordinal));
        files.Fault = static _ => null;
        await using (var reopened = FileEventStore.Open("/store", Small, files))
        {
            int found = await CountAsync(reopened);
            Assert.InRange(found, acknowledged, acknowledged + 1);
            await AppendAsync(reopened, found, Durability.Flushed);
            acknowledged = found + 1;
        }

        await using var again = FileEventStore.Open("/store", Small, files);
        Assert.Equal((acknowledged, 0L), (await CountAsync(again), again.OpenReport.TornBytes));
        Assert.DoesNotContain(files.List("/store"), static name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static async Task AppendAsync(FileEventStore store, int number, Durability durability)
    {
        using var batch = new AppendBatch();
        batch.Start("s");
        batch.Durability = durability;
        batch.AddText(Text(number));
        _ = await store.AppendAsync(batch);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture) + new string('r', 5000);

    private static async Task<int> CountAsync(FileEventStore store)
    {
        List<(EventId Id, string Text)> texts = await store.ReadTextsAsync("s");
        Assert.Equal(Enumerable.Range(0, texts.Count).Select(Text), texts.Select(entry => entry.Text));
        Assert.Equal(texts.Count, (await store.ReadFeedAsync()).Count);
        return texts.Count;
    }

    private sealed class RollOver(Step step)
    {
        private int _oldFile;
        private int _newFile;
        private bool _hasGroup;

        internal bool HasFailed { get; private set; }

        /// <summary>Whether the segment is about to be full.</summary>
        internal bool IsNear { get; private set; }

        // The next file is filled at any time meanwhile, so what happens is told by its file.
        internal Exception? Fault(DiskOperation operation)
        {
            bool isWrite = operation.Kind == DiskOperationKind.Write;
            if (isWrite && Begins(operation, "DAYBKLOG"u8))
            {
                _newFile = operation.File;
            }
            else if (isWrite && operation.Position > 50_000)
            {
                _oldFile = operation.File;
                IsNear = true;
            }

            bool isOfNew = _newFile != 0 && operation.File == _newFile;
            bool isFlush = operation.Kind == DiskOperationKind.Flush;
            bool isStep = step switch
            {
                Step.FlushOld => isFlush && operation.File == _oldFile,
                Step.WriteHeader => isWrite && isOfNew,
                Step.FlushHeader => isFlush && isOfNew,
                Step.Rename => operation.Kind == DiskOperationKind.Rename && isOfNew,
                Step.FlushDirectory => operation.Kind == DiskOperationKind.FlushDirectory,
                Step.CutOld => operation.Kind == DiskOperationKind.SetLength,
                Step.WriteGroup => isWrite && isOfNew && operation.Position > 0,
                Step.FlushGroup => isFlush && isOfNew && _hasGroup,
                _ => isWrite && Begins(operation, "DAYBKIDX"u8),
            };
            _hasGroup |= isWrite && isOfNew && operation.Position > 0;
            HasFailed |= isStep;
            return isStep ? new IOException("broken") : null;
        }

        private static bool Begins(DiskOperation operation, ReadOnlySpan<byte> magic) => operation.Bytes.AsSpan().StartsWith(magic);
    }
}
