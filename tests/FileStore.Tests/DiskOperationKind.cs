namespace Daybook.FileStoreTests;

internal enum DiskOperationKind
{
    Create,
    Write,
    SetLength,
    Flush,
    Rename,
    Delete,
    FlushDirectory,
    Publish,
}
