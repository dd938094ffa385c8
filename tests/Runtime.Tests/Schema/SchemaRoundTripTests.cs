using Daybook.Schema;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Schema;

/// <summary>Random schemas print, parse and print to the same line, and mutated lines either parse to themselves or are refused.</summary>
public class SchemaRoundTripTests
{
    [Fact]
    public void Random_schemas_round_trip() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        string line = RandomSchema.Line(new Random(seed));
        var schema = new RecordSchema(line);
        return SchemaPrinter.Print(schema.Kind, schema.Version, schema.Record) == line;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Mutated_lines_are_refused_or_one_to_one()
    {
        var random = new Random(5);
        for (int i = 0; i < 50_000; i++)
        {
            char[] line = RandomSchema.Line(random).ToCharArray();
            line[random.Next(line.Length)] = " ()<>{},:=?\"'\\0a-\ud800"[random.Next(18)];
            string mutated = new(line);
            try
            {
                var schema = new RecordSchema(mutated);
                Assert.Equal(mutated, SchemaPrinter.Print(schema.Kind, schema.Version, schema.Record));
            }
            catch (SchemaFormatException exception)
            {
                Assert.InRange(exception.Position, 0, mutated.Length);
            }
        }
    }
}
