using System.IO.Compression;
using System.Xml.Linq;

namespace Daybook.Tests.Package;

public class PackageTests(PackageFixture package)
{
    [Fact]
    public void It_holds_the_runtime_the_compiler_components_and_nothing_else() => Assert.Equal(
        [
            "Daybook.nuspec",
            "README.md",
            "analyzers/dotnet/cs/Daybook.Analyzers.dll",
            "analyzers/dotnet/cs/Daybook.CodeFixes.dll",
            "analyzers/dotnet/cs/Daybook.Generator.dll",
            "build/Daybook.globalconfig",
            "build/Daybook.props",
            "build/Daybook.targets",
            "buildTransitive/Daybook.globalconfig",
            "buildTransitive/Daybook.props",
            "buildTransitive/Daybook.targets",
            "lib/net10.0/Daybook.dll",
            "lib/net10.0/Daybook.xml",
            "lib/net9.0/Daybook.dll",
            "lib/net9.0/Daybook.xml",
        ],
        Entries(package.PackageFile));

    [Fact]
    public void Its_symbols_lie_beside_it() => Assert.Equal(["Daybook.nuspec", "lib/net10.0/Daybook.pdb", "lib/net9.0/Daybook.pdb"], Entries(package.SymbolFile));

    [Fact]
    public void It_depends_on_nothing_and_says_its_license()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        using Stream stream = archive.GetEntry("Daybook.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        Assert.Equal("MIT", metadata.Elements().Single(element => element.Name.LocalName == "license").Value);
        Assert.Equal("README.md", metadata.Elements().Single(element => element.Name.LocalName == "readme").Value);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Its_documentation_is_the_compilers()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        using Stream stream = archive.GetEntry("lib/net9.0/Daybook.xml")!.Open();
        Assert.Contains(XDocument.Load(stream).Descendants("member"), member => member.Attribute("name")!.Value == "T:Daybook.EventAttribute");
    }

    private static IEnumerable<string> Entries(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        return
        [
            .. archive.Entries.Select(entry => entry.FullName)
                .Where(name => name is not "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }
}
