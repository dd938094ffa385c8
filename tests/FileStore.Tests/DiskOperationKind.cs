namespace Daybook.FileStoreTests;

internal enum DiskOperationKind
{
    Create,
    Write,
    SetLength,
    Flush,
    FailedFlush,
    Rename,
    Delete,
    FlushDirectory,
    Publish,
}
