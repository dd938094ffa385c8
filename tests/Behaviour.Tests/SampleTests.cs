using Daybook.Behaviour.Tests.Samples;
using Daybook.Schema;

namespace Daybook.Behaviour.Tests;

/// <summary>Nothing is missing from the samples, which other tests rely on.</summary>
public class SampleTests
{
    [Fact]
    public void Every_event_has_samples() =>
        Assert.Empty(Generated.BehaviourTestsCatalog.Instance.Events.Select(descriptor => descriptor.Schema).Except(SampleList.All.Select(sample => sample.Schema)));

    [Fact]
    public void Every_kind_of_type_has_samples()
    {
        var kinds = new HashSet<WireKind>();
        foreach (RecordSchema schema in SampleList.All.Select(sample => sample.Schema).Distinct())
        {
            Collect(schema.Record, kinds);
        }

        Assert.Empty(Enum.GetValues<WireKind>().Except(kinds));
    }

    private static void Collect(WireType type, HashSet<WireKind> kinds)
    {
        kinds.Add(type.Kind);
        foreach (WireType part in type.Arguments.Concat(type.Members.Select(member => member.Type)).Concat(type.Cases.Select(@case => @case.Type)))
        {
            Collect(part, kinds);
        }
    }
}
