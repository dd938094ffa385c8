using System.Globalization;
using System.IO.Compression;

namespace Daybook.Tests.Package;

/// <summary>
/// Packs Daybook into a feed outside the repository. Its version is new each time and packages are unpacked beside it,
/// so that no cache can serve yesterday's; whatever else a build needs comes from where the machine has it.
/// </summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>Another package with the same generator.</summary>
    public const string CopyId = "Daybook.Copy";

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("daybook-package-").FullName;

    public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    public string PackageFile => Path.Combine(Feed, $"Daybook.{Version}.nupkg");

    public string SymbolFile => Path.ChangeExtension(PackageFile, ".snupkg");

    private string Feed => Path.Combine(Directory, "feed");

    public async ValueTask InitializeAsync()
    {
        var pack = await Command.RunAsync(
            "dotnet",
            ["pack", Path.Combine("src", "Runtime"), "-c", Repository.Configuration, "--no-build", $"-p:PackageVersion={Version}", "-o", Feed, "-tl:off", "-nodeReuse:false"]);
        Assert.True(pack.ExitCode == 0, pack.Output);
        Assert.DoesNotContain("warning", pack.Output, StringComparison.OrdinalIgnoreCase);
        PackCopy();

        string known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write(
            "Directory.Build.props",
            $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(Directory, "packages")}</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestoreAdditionalProjectFallbackFolders Condition="Exists('{known}')">{known}</RestoreAdditionalProjectFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
    }

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(Directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Directory, name), text);

    private void PackCopy()
    {
        using ZipArchive source = ZipFile.OpenRead(PackageFile);
        using ZipArchive copy = ZipFile.Open(Path.Combine(Feed, $"{CopyId}.{Version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(copy.CreateEntry(CopyId + ".nuspec").Open()))
        {
            writer.Write(
                $"""
                <?xml version="1.0" encoding="utf-8"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd">
                  <metadata><id>{CopyId}</id><version>{Version}</version><authors>Tests</authors><description>The same generator once more.</description></metadata>
                </package>
                """);
        }

        foreach (ZipArchiveEntry entry in source.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            using Stream from = entry.Open();
            using Stream to = copy.CreateEntry(entry.FullName).Open();
            from.CopyTo(to);
        }
    }
}
