using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>A file system in memory that records what is done to it, and fails when told.</summary>
internal sealed class RecordingFiles : IFileSystem
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Node> _names = new(StringComparer.Ordinal);
    private int _nodes;
    private long _rewrites;
    private int _openFiles;
    private int _opened;

    internal List<DiskOperation> Operations { get; } = [];

    internal long? DurableEnd { get; set; }

    /// <summary>How many files are open, and how many were opened.</summary>
    internal int OpenFiles => _openFiles;

    internal int Opened => _opened;

    /// <summary>What to fail an operation with; null for going on.</summary>
    internal Func<DiskOperation, Exception?> Fault { get; set; } = static _ => null;

    /// <summary>What to do before a file, by its number, is flushed; other files can be used meanwhile.</summary>
    internal Action<int> BeforeFlush { get; set; } = static _ => { };

    /// <summary>Puts a file there that is durable from the start.</summary>
    internal void Put(string name, byte[] content)
    {
        IStoreFile file = Create(name);
        file.WriteAt(content, 0);
        file.Flush();
        FlushDirectory("");
    }

    internal byte[] ContentOf(string name) => _names[name].Content;

    public bool DirectoryExists(string path) => true;

    public void CreateDirectory(string path)
    {
    }

    public IReadOnlyList<string> List(string directory)
    {
        lock (_gate)
        {
            return _names.Keys.Select(Path.GetFileName).ToArray()!;
        }
    }

    public bool Exists(string path)
    {
        lock (_gate)
        {
            return _names.ContainsKey(path);
        }
    }

    public IStoreFile OpenRead(string path)
    {
        lock (_gate)
        {
            return _names.TryGetValue(path, out Node? node) ? Open(node) : throw new FileNotFoundException(path);
        }
    }

    public IStoreFile OpenWrite(string path) => OpenRead(path);

    public IStoreFile Create(string path)
    {
        lock (_gate)
        {
            var node = new Node(this, ++_nodes, []);
            Note(new(DiskOperationKind.Create, node.Number, path));
            return Open(_names[path] = node);
        }
    }

    public void Rename(string from, string to)
    {
        lock (_gate)
        {
            Note(new(DiskOperationKind.Rename, _names[from].Number, to, from));
            _ = _names.Remove(from, out Node? node);
            _names[to] = node!;
        }
    }

    public void Delete(string path)
    {
        lock (_gate)
        {
            Note(new(DiskOperationKind.Delete, 0, path));
            _ = _names.Remove(path);
        }
    }

    public void FlushDirectory(string directory) => Note(new(DiskOperationKind.FlushDirectory));

    public IDisposable Lock(string path) => new Hold();

    public IDurableEnd? OpenDurableEnd(string path, bool writable) => new Cell(this);

    // Under the lock.
    private Node Open(Node node)
    {
        _openFiles++;
        _opened++;
        return node;
    }

    private void Note(DiskOperation operation)
    {
        lock (_gate)
        {
            if (Fault(operation) is { } exception)
            {
                if (operation.Kind == DiskOperationKind.Flush)
                {
                    Operations.Add(operation with { Kind = DiskOperationKind.FailedFlush });
                }

                throw exception;
            }

            Operations.Add(operation);
        }
    }

    private sealed class Hold : IDisposable
    {
        public void Dispose()
        {
        }
    }

    private sealed class Cell(RecordingFiles files) : IDurableEnd
    {
        public long Rewrites => Interlocked.Read(ref files._rewrites);

        public bool TryRead(out long position)
        {
            position = files.DurableEnd ?? 0;
            return files.DurableEnd is not null;
        }

        public void CountRewrite() => Interlocked.Increment(ref files._rewrites);

        public void Publish(long position)
        {
            files.Note(new(DiskOperationKind.Publish, Position: position));
            files.DurableEnd = position;
        }

        public void Dispose()
        {
        }
    }

    private sealed class Node(RecordingFiles files, int number, byte[] content) : IStoreFile
    {
        private byte[] _content = content;

        internal int Number => number;

        internal byte[] Content => [.. _content];

        public long Length => _content.Length;

        public int ReadAt(Span<byte> destination, long position)
        {
            lock (files._gate)
            {
                int count = (int)Math.Clamp(_content.Length - position, 0, destination.Length);
                _content.AsSpan((int)Math.Min(position, _content.Length), count).CopyTo(destination);
                return count;
            }
        }

        public void WriteAt(ReadOnlySpan<byte> bytes, long position)
        {
            lock (files._gate)
            {
                files.Note(new(DiskOperationKind.Write, number, Position: position, Bytes: bytes.ToArray()));
                if (_content.Length < position + bytes.Length)
                {
                    Array.Resize(ref _content, (int)position + bytes.Length);
                }

                bytes.CopyTo(_content.AsSpan((int)position));
            }
        }

        public void SetLength(long length)
        {
            lock (files._gate)
            {
                files.Note(new(DiskOperationKind.SetLength, number, Position: length));
                Array.Resize(ref _content, (int)length);
            }
        }

        public void Flush()
        {
            files.BeforeFlush(number);
            files.Note(new(DiskOperationKind.Flush, number));
        }

        public void Dispose()
        {
            lock (files._gate)
            {
                files._openFiles--;
            }
        }
    }
}
