using System.Globalization;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>Walks two payloads side by side.</summary>
internal sealed partial class PayloadComparison
{
    private static PayloadText Display => new(PayloadTextStyle.Difference);

    private static PayloadText Identity => new(PayloadTextStyle.Identity);

    public List<PayloadDifference> Differences { get; } = [];

    public void Compare(ref MessagePackReader left, WireType leftDeclared, ref MessagePackReader right, WireType rightDeclared, string path)
    {
        var leftType = leftDeclared.Target;
        var rightType = rightDeclared.Target;
        bool sameShape = leftType.Kind == rightType.Kind && leftType.Arguments.Length == rightType.Arguments.Length;
        if (!sameShape || left.PeekType() == MessagePackType.Nil || right.PeekType() == MessagePackType.Nil)
        {
            CompareTexts(left.ReadRaw(), leftType, right.ReadRaw(), rightType, path);
            return;
        }

        switch (leftType.Kind)
        {
            case WireKind.Record:
                CompareRecords(ref left, leftType, ref right, rightType, path);
                break;
            case WireKind.List:
                CompareLists(ref left, leftType, ref right, rightType, path);
                break;
            case WireKind.Tuple:
                CompareTuples(ref left, leftType, ref right, rightType, path);
                break;
            case WireKind.Set:
                CompareSets(ref left, leftType, ref right, rightType, path);
                break;
            case WireKind.Map:
                CompareMaps(ref left, leftType, ref right, rightType, path);
                break;
            case WireKind.Union:
                CompareUnions(ref left, leftType, ref right, rightType, path);
                break;
            default:
                CompareTexts(left.ReadRaw(), leftType, right.ReadRaw(), rightType, path);
                break;
        }
    }

    private void CompareTexts(ReadOnlySpan<byte> left, WireType leftType, ReadOnlySpan<byte> right, WireType rightType, string path)
    {
        if (ReferenceEquals(leftType, rightType) && left.SequenceEqual(right))
        {
            return;
        }

        string leftIdentity = Identity.Of(left, leftType);
        string rightIdentity = Identity.Of(right, rightType);
        if (!string.Equals(leftIdentity, rightIdentity, StringComparison.Ordinal))
        {
            Differences.Add(new(path, Display.Of(left, leftType), Display.Of(right, rightType)));
        }
    }

    private void CompareRecords(ref MessagePackReader left, WireType leftType, ref MessagePackReader right, WireType rightType, string path)
    {
        var leftWalk = new RecordWalk(ref left, leftType);
        var rightWalk = new RecordWalk(ref right, rightType);
        var leftMember = leftWalk.Next(ref left);
        var rightMember = rightWalk.Next(ref right);
        while (leftMember is not null || rightMember is not null)
        {
            int order = (leftMember?.Key ?? int.MaxValue).CompareTo(rightMember?.Key ?? int.MaxValue);
            string name = Member(path, order <= 0 ? leftMember!.Name : rightMember!.Name);
            if (order == 0)
            {
                Compare(ref left, leftMember!.Type, ref right, rightMember!.Type, name);
            }
            else if (order < 0)
            {
                OnlyLeft(left.ReadRaw(), leftMember!.Type, name);
            }
            else
            {
                OnlyRight(right.ReadRaw(), rightMember!.Type, name);
            }

            leftMember = order <= 0 ? leftWalk.Next(ref left) : leftMember;
            rightMember = order >= 0 ? rightWalk.Next(ref right) : rightMember;
        }
    }

    private void CompareTuples(ref MessagePackReader left, WireType leftType, ref MessagePackReader right, WireType rightType, string path)
    {
        left.Enter();
        right.Enter();
        PayloadNumber.ReadCount(ref left, leftType.Arguments.Length);
        PayloadNumber.ReadCount(ref right, rightType.Arguments.Length);
        for (int i = 0; i < leftType.Arguments.Length; i++)
        {
            Compare(ref left, leftType.Arguments[i], ref right, rightType.Arguments[i], Index(path, i));
        }

        left.Exit();
        right.Exit();
    }

    private void CompareUnions(ref MessagePackReader left, WireType leftType, ref MessagePackReader right, WireType rightType, string path)
    {
        var leftAhead = left;
        var rightAhead = right;
        leftAhead.Enter();
        rightAhead.Enter();
        var leftBody = PayloadNumber.ReadTag(ref leftAhead, leftType, out int leftTag);
        var rightBody = PayloadNumber.ReadTag(ref rightAhead, rightType, out int rightTag);
        if (leftTag != rightTag || leftBody is null || rightBody is null)
        {
            CompareTexts(left.ReadRaw(), leftType, right.ReadRaw(), rightType, path);
            return;
        }

        Compare(ref leftAhead, leftBody, ref rightAhead, rightBody, path);
        leftAhead.Exit();
        rightAhead.Exit();
        left = leftAhead;
        right = rightAhead;
    }

    private void OnlyLeft(ReadOnlySpan<byte> value, WireType type, string path)
        => Differences.Add(new(path, Display.Of(value, type), PayloadDifference.Missing));

    private void OnlyRight(ReadOnlySpan<byte> value, WireType type, string path)
        => Differences.Add(new(path, PayloadDifference.Missing, Display.Of(value, type)));

    private static string Member(string path, string name) => path.Length > 0 ? $"{path}.{name}" : name;

    private static string Index(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
