using System.Security.Cryptography;
using System.Text;

namespace Daybook.FileStoreTests;

/// <summary>What a disk holds after a power loss.</summary>
internal sealed record CrashImage(SortedDictionary<string, byte[]> Files, long? End)
{
    /// <summary>Tells files of different content or names apart; the durable end does not go in.</summary>
    internal string Hash { get; } = HashOf(Files);

    internal RecordingFiles ToFiles()
    {
        var files = new RecordingFiles();
        foreach ((string name, byte[] content) in Files)
        {
            files.Put(name, content);
        }

        if (End is { } end)
        {
            files.OpenDurableEnd("", writable: true)!.Publish(end);
        }

        return files;
    }

    private static string HashOf(SortedDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] content) in files)
        {
            // A segment is zeros for the most part.
            ReadOnlySpan<byte> used = content.AsSpan().TrimEnd((byte)0);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}/{used.Length}/{content.Length}/"));
            hash.AppendData(used);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
