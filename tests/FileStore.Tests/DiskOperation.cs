namespace Daybook.FileStoreTests;

/// <summary>Something that the store did to the disk.</summary>
/// <param name="Kind">What.</param>
/// <param name="File">To which file, by a number of its own.</param>
/// <param name="Name">The name that it concerns.</param>
/// <param name="OldName">The name before a renaming.</param>
/// <param name="Position">Where in the file, or the new length, or the durable end.</param>
/// <param name="Bytes">What was written.</param>
internal sealed record DiskOperation(DiskOperationKind Kind, int File = 0, string Name = "", string OldName = "", long Position = 0, byte[]? Bytes = null);
