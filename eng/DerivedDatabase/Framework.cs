using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Daybook.DerivedDatabase;

/// <summary>The assemblies of the shared framework that runs this, which is the one whose version the derived database tells.</summary>
internal static class Framework
{
    public static string Folder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>What the first line of the database says: the code differs between versions and between operating systems.</summary>
    public static string Description => $"Microsoft.NETCore.App {Path.GetFileName(Folder)} {RuntimeInformation.RuntimeIdentifier}, {typeof(object).Module.ModuleVersionId}";

    public static IEnumerable<string> Assemblies => Directory.GetFiles(Folder, "*.dll").Order(StringComparer.Ordinal).Where(IsManaged);

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }
}
