using System.Runtime.InteropServices;
using Daybook.MessagePack;

namespace Daybook.Schema;

internal sealed partial class PayloadComparison
{
    private void CompareLists(ref MessagePackReader left, WireType leftType, ref MessagePackReader right, WireType rightType, string path)
    {
        left.Enter();
        right.Enter();
        int leftCount = left.ReadArrayHeader();
        int rightCount = right.ReadArrayHeader();
        for (int i = 0; i < Math.Max(leftCount, rightCount); i++)
        {
            if (i >= rightCount)
            {
                OnlyLeft(left.ReadRaw(), leftType.Arguments[0], Index(path, i));
            }
            else if (i >= leftCount)
            {
                OnlyRight(right.ReadRaw(), rightType.Arguments[0], Index(path, i));
            }
            else
            {
                Compare(ref left, leftType.Arguments[0], ref right, rightType.Arguments[0], Index(path, i));
            }
        }

        left.Exit();
        right.Exit();
    }

    private void CompareSets(ref MessagePackReader left, WireType leftType, ref MessagePackReader right, WireType rightType, string path)
    {
        var leftItems = left.ReadRaw();
        var rightItems = right.ReadRaw();
        var leftIndex = Find(leftItems, leftType);
        var rightIndex = Find(rightItems, rightType);
        foreach (var (text, place) in leftIndex)
        {
            if (!rightIndex.ContainsKey(text))
            {
                OnlyLeft(leftItems[place.Key], leftType.Arguments[0], $"{path}[{Display.Of(leftItems[place.Key], leftType.Arguments[0])}]");
            }
        }

        foreach (var (text, place) in rightIndex)
        {
            if (!leftIndex.ContainsKey(text))
            {
                OnlyRight(rightItems[place.Key], rightType.Arguments[0], $"{path}[{Display.Of(rightItems[place.Key], rightType.Arguments[0])}]");
            }
        }
    }

    private void CompareMaps(ref MessagePackReader left, WireType leftType, ref MessagePackReader right, WireType rightType, string path)
    {
        var leftItems = left.ReadRaw();
        var rightItems = right.ReadRaw();
        var leftIndex = Find(leftItems, leftType);
        var rightIndex = Find(rightItems, rightType);
        foreach (var (text, place) in leftIndex)
        {
            string entry = $"{path}[{Display.Of(leftItems[place.Key], leftType.Arguments[0])}]";
            if (rightIndex.TryGetValue(text, out var rightPlace))
            {
                var leftValue = new MessagePackReader(leftItems[place.Value]);
                var rightValue = new MessagePackReader(rightItems[rightPlace.Value]);
                Compare(ref leftValue, leftType.Arguments[1], ref rightValue, rightType.Arguments[1], entry);
            }
            else
            {
                OnlyLeft(leftItems[place.Value], leftType.Arguments[1], entry);
            }
        }

        foreach (var (text, place) in rightIndex)
        {
            if (!leftIndex.ContainsKey(text))
            {
                string entry = $"{path}[{Display.Of(rightItems[place.Key], rightType.Arguments[0])}]";
                OnlyRight(rightItems[place.Value], rightType.Arguments[1], entry);
            }
        }
    }

    /// <summary>Where each element, or key and value, stands in the collection's bytes, by the complete text of element or key.</summary>
    private static Dictionary<string, Place> Find(ReadOnlySpan<byte> collection, WireType type)
    {
        var reader = new MessagePackReader(collection);
        int count = type.Kind == WireKind.Map ? reader.ReadMapHeader() : reader.ReadArrayHeader();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            int start = reader.Position;
            string text = Identity.Of(reader.ReadRaw(), type.Arguments[0]);
            int keyEnd = reader.Position;
            if (type.Kind == WireKind.Map)
            {
                reader.Skip();
            }

            places[text] = new(start..keyEnd, keyEnd..reader.Position);
        }

        return places;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(Range Key, Range Value);
}
