using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Daybook.Tests;

namespace Daybook.Pages;

/// <summary>Another test project as it was built: only what was compiled is there, so neither comments nor left-out code count.</summary>
internal sealed class TestAssembly(string path) : AssemblyLoadContext(path)
{
    private static readonly string Solution = File.ReadAllText(Path.Combine(Repository.Root, "Toolkit.sln"));
    private static readonly ConcurrentDictionary<string, Type[]> Loaded = new(StringComparer.Ordinal);

    private readonly AssemblyDependencyResolver resolver = new(path);

    /// <summary>The public classes of a project that the whole suite builds and runs; null when there is none of this name.</summary>
    internal static Type[]? ClassesOf(string project)
    {
        string path = Path.Combine(Repository.Root, "tests", project, "bin", Repository.Configuration, "net10.0", project + ".dll");
        return Solution.Contains($@"""tests\{project}\{project}.csproj""", StringComparison.Ordinal) && File.Exists(path)
            ? Loaded.GetOrAdd(path, static path => new TestAssembly(path).LoadFromAssemblyPath(path).GetExportedTypes())
            : null;
    }

    // Attributes of the test framework must be the same types here and there.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        !assemblyName.Name!.StartsWith("xunit.", StringComparison.Ordinal) && resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
}
