using System.Text.Json;

namespace Daybook.Behaviour.Tests.Members;

/// <summary>Every type in every place.</summary>
[Event("members.everywhere")]
public partial record Everywhere(
    ValueForms<bool> Flag,
    ValueForms<sbyte> Int8,
    ValueForms<short> Int16,
    ValueForms<int> Int32,
    ValueForms<long> Int64,
    ValueForms<byte> UInt8,
    ValueForms<ushort> UInt16,
    ValueForms<uint> UInt32,
    ValueForms<ulong> UInt64,
    ValueForms<float> Single,
    ValueForms<double> Double,
    ValueForms<decimal> Decimal,
    ValueForms<char> Char,
    ReferenceForms<string> Text,
    ValueForms<Colour> Colour,
    ValueForms<Guid> Id,
    ValueForms<DateTime> Time,
    ValueForms<DateTimeOffset> Stamp,
    ValueForms<TimeSpan> Span,
    ValueForms<DateOnly> Date,
    ValueForms<TimeOnly> Clock,
    ReferenceForms<byte[]> Bytes,
    ValueForms<ReadOnlyMemory<byte>> Memory,
    ReferenceForms<Uri> Link,
    ReferenceForms<Version> Version,
    ValueForms<JsonElement> Json,
    ValueForms<AppendableText> Grown,
    ValueForms<(int Number, string? Text)> Tuple,
    ValueForms<Point> Point,
    ValueForms<Money> Money,
    ValueForms<Mutable> Mutable,
    ReferenceForms<Node> Node,
    ReferenceForms<Plain> Plain,
    ReferenceForms<Derived> Derived,
    ReferenceForms<Pair<Point, string>> Pair,
    ReferenceForms<List<int?>> List,
    ReferenceForms<Dictionary<string, int[]>> Map);
