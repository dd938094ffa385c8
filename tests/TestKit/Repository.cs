using System.Reflection;

namespace Daybook.Tests;

/// <summary>Where things are beside the tests.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Recorded streams of real providers; null where they are not to be had.</summary>
    internal static string? LlmStreams { get; } = Existing(Path.Combine(Root, "..", "shared", "data", "llm-streams"));

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private static string? Existing(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : null;
}
