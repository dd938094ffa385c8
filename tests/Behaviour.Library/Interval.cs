namespace Daybook.Behaviour.Library;

/// <summary>A read-only struct with fields, and parameters by reference.</summary>
public readonly struct Interval(in int from, in int to)
{
    public readonly int From = from;

    public readonly int To = to;

    public int this[int index] => index == 0 ? From : To;
}
