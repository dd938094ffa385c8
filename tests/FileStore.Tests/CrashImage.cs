namespace Daybook.FileStoreTests;

/// <summary>What a disk may hold after a power loss at some point: all that was flushed, and any part of the rest.</summary>
internal static class CrashImage
{
    private const int Sector = 512;

    internal static RecordingFiles After(IReadOnlyList<DiskOperation> operations, int count, Random random)
    {
        var lastFlush = new Dictionary<int, int>();
        int lastDirectoryFlush = -1;
        for (int i = 0; i < count; i++)
        {
            if (operations[i].Kind == DiskOperationKind.Flush)
            {
                lastFlush[operations[i].File] = i;
            }
            else if (operations[i].Kind == DiskOperationKind.FlushDirectory)
            {
                lastDirectoryFlush = i;
            }
        }

        // Names change in order, as in a journal; how many of the unflushed changes made it is open.
        int namesUntil = random.Next(lastDirectoryFlush + 1, count + 1);
        int mode = random.Next(3);
        var contents = new Dictionary<int, byte[]>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var ends = new List<long>();
        for (int i = 0; i < count; i++)
        {
            DiskOperation operation = operations[i];
            bool isSure = lastFlush.TryGetValue(operation.File, out int flush) && i < flush;
            bool happens = isSure || mode == 0 || (mode == 1 && random.Next(2) == 0);
            switch (operation.Kind)
            {
                case DiskOperationKind.Create:
                    contents[operation.File] = [];
                    Rename(i, "", operation.Name, operation.File);
                    break;
                case DiskOperationKind.Rename:
                    Rename(i, operation.OldName, operation.Name, operation.File);
                    break;
                case DiskOperationKind.Delete when i < namesUntil:
                    _ = names.Remove(operation.Name);
                    break;
                case DiskOperationKind.SetLength when happens:
                    contents[operation.File] = [.. contents[operation.File].Take((int)operation.Position)];
                    break;
                case DiskOperationKind.Write:
                    Write(operation, happens);
                    break;
                case DiskOperationKind.Publish:
                    ends.Add(operation.Position);
                    break;
            }
        }

        var image = new RecordingFiles();
        foreach ((string name, int file) in names)
        {
            image.Put(name, contents[file]);
        }

        if (ends.Count > 0 && random.Next(4) > 0)
        {
            image.DurableEnd = random.Next(2) == 0 ? ends[^1] : ends[random.Next(ends.Count)];
        }

        return image;

        void Rename(int index, string from, string to, int file)
        {
            if (index < namesUntil)
            {
                _ = names.Remove(from);
                names[to] = file;
            }
        }

        void Write(DiskOperation operation, bool happens)
        {
            byte[] content = contents[operation.File];
            int end = (int)operation.Position + operation.Bytes!.Length;
            if (content.Length < end && (happens || random.Next(2) == 0))
            {
                Array.Resize(ref content, end);
                contents[operation.File] = content;
            }

            for (int at = 0; at < operation.Bytes.Length;)
            {
                int position = (int)operation.Position + at;
                int length = Math.Min(operation.Bytes.Length - at, Sector - (position % Sector));
                bool isThere = happens || random.Next(2) == 0;
                if (isThere && position + length <= content.Length)
                {
                    operation.Bytes.AsSpan(at, length).CopyTo(content.AsSpan(position));
                }

                at += length;
            }
        }
    }
}
