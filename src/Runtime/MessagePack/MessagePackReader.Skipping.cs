namespace Daybook.MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>Passes over one whole value, however nested.</summary>
    /// <exception cref="MessagePackFormatException">The value is malformed, cut off, or nested more than 64 levels deep, open levels included.</exception>
    public void Skip()
    {
        int children = SkipOne();
        if (children == 0)
        {
            return;
        }

        Span<int> pending = stackalloc int[MessagePackCode.MaxDepth];
        int level = 0;
        pending[0] = children;
        while (level >= 0)
        {
            if (pending[level] == 0)
            {
                level--;
                continue;
            }

            pending[level]--;
            depth += level + 1;
            children = SkipOne();
            depth -= level + 1;
            if (children > 0)
            {
                pending[++level] = children;
            }
        }
    }

    /// <summary>Takes the bytes of one whole value.</summary>
    /// <returns>The value's bytes; they live as long as the span that is read.</returns>
    /// <exception cref="MessagePackFormatException">The value is malformed, cut off or too deep.</exception>
    public ReadOnlySpan<byte> ReadRaw()
    {
        int start = position;
        Skip();
        return span[start..position];
    }

    /// <summary>Passes over one value, or only the header of an array or map: then the number of values inside.</summary>
    private int SkipOne()
    {
        switch (PeekType())
        {
            case MessagePackType.Integer or MessagePackType.Float:
                SkipNumber();
                return 0;
            case MessagePackType.String:
                ReadStringSpan();
                return 0;
            case MessagePackType.Binary:
                ReadBinarySpan();
                return 0;
            case MessagePackType.Extension:
                ReadData(ReadExtensionHeader().Length);
                return 0;
            case MessagePackType.Array:
                Enter();
                Exit();
                return ReadArrayHeader();
            case MessagePackType.Map:
                Enter();
                Exit();
                return ReadMapHeader() * 2;
            default:
                position++;
                return 0;
        }
    }

    private void SkipNumber()
    {
        switch (PeekCode())
        {
            case MessagePackCode.UInt8 or MessagePackCode.Int8:
                Take8();
                break;
            case MessagePackCode.UInt16 or MessagePackCode.Int16:
                Take16();
                break;
            case MessagePackCode.UInt32 or MessagePackCode.Int32 or MessagePackCode.Float32:
                Take32();
                break;
            case MessagePackCode.UInt64 or MessagePackCode.Int64 or MessagePackCode.Float64:
                Take64();
                break;
            default:
                position++;
                break;
        }
    }
}
