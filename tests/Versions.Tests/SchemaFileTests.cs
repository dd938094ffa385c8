using Daybook.Schema;

namespace Daybook.Tests.Versions;

/// <summary>
/// The build of the programs has compared each one's declarations with its daybook.schema.txt. Here one file is compared with the next: nothing but
/// accepted additions lies between them.
/// </summary>
public sealed class SchemaFileTests
{
    [Theory]
    [InlineData("V1", "V2.Rolling")]
    [InlineData("V2.Rolling", "V2")]
    [InlineData("V2", "V3")]
    public void A_version_keeps_every_event_of_the_one_before(string version, string next)
    {
        Dictionary<string, RecordSchema> after = Events(next);
        foreach ((string type, RecordSchema before) in Events(version))
        {
            // New members stand behind the others.
            string text = after[type].Text;
            Assert.True(text == before.Text || text.StartsWith($"{before.Text[..^1]}, ", StringComparison.Ordinal), $"{before} → {text}");
        }
    }

    private static Dictionary<string, RecordSchema> Events(string version) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Versions.App", version, "daybook.schema.txt"))
            .Where(line => line.StartsWith("event ", StringComparison.Ordinal))
            .Select(line => new RecordSchema(line))
            .ToDictionary(schema => $"{schema.Name}@{schema.Version}");
}
