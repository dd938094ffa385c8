using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Daybook.DerivedDatabase;

/// <summary>Reads the instructions of a body that name methods.</summary>
internal static class InstructionReader
{
    private const int TwoByteStart = 0xFE;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    public static IEnumerable<Instruction> Read(BlobReader body)
    {
        var found = new List<Instruction>();
        while (body.RemainingBytes > 0)
        {
            int value = body.ReadByte();
            OpCode code = Codes[value == TwoByteStart ? (TwoByteStart << 8) | body.ReadByte() : value];
            switch (code.OperandType)
            {
                case OperandType.InlineMethod:
                    found.Add(new(code, body.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    int targets = body.ReadInt32();
                    body.Offset += targets * sizeof(int);
                    break;
                default:
                    body.Offset += SizeOf(code.OperandType);
                    break;
            }
        }

        return found;
    }

    private static int SizeOf(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
