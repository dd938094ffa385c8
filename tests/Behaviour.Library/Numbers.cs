namespace Daybook.Behaviour.Library;

public sealed class Numbers(params int[] values)
{
    public int[] Values { get; } = values;
}
