namespace Daybook.Behaviour.Tests.Members;

/// <summary>What is no text on the wire, as key.</summary>
[Event("members.other-keys")]
public partial record OtherKeys(
    KeyForms<bool> Flag,
    KeyForms<sbyte> Int8,
    KeyForms<short> Int16,
    KeyForms<int> Int32,
    KeyForms<long> Int64,
    KeyForms<byte> UInt8,
    KeyForms<ushort> UInt16,
    KeyForms<uint> UInt32,
    KeyForms<ulong> UInt64,
    KeyForms<float> Single,
    KeyForms<double> Double,
    KeyForms<char> Char,
    KeyForms<Colour> Colour,
    KeyForms<DateTime> Time,
    KeyForms<DateTimeOffset> Stamp,
    KeyForms<TimeSpan> Span,
    KeyForms<DateOnly> Date,
    KeyForms<TimeOnly> Clock,
    KeyForms<(int Number, string? Text)> Tuple,
    KeyForms<Point> Point,
    SortedDictionary<(int Number, string Text), int> Sorted,
    SortedList<(int Number, string Text), int> SortedList);
