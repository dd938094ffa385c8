using System.Globalization;
using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>
/// Writes JSON as a value by walking it with the schema in hand: what <see cref="PayloadJsonWalk"/> wrote, and nothing that means something else. Each
/// method gives null, or where in the JSON something does not fit, and what.
/// </summary>
internal readonly struct PayloadJsonReader(PayloadJsonOptions options)
{
    internal (string Path, string Problem)? Read(ref MessagePackWriter writer, WireType declared, JsonElement json)
    {
        WireType type = declared.Target;
        if (json.ValueKind == JsonValueKind.Null && declared.IsNullable)
        {
            writer.WriteNil();
            return null;
        }

        return (type.Kind, json.ValueKind) switch
        {
            (WireKind.Record, JsonValueKind.Object) => ReadRecord(ref writer, type, json),
            (WireKind.List or WireKind.Set, JsonValueKind.Array) => ReadItems(ref writer, type, json),
            (WireKind.Map, JsonValueKind.Object) when PayloadJsonScalar.IsScalar(type.Arguments[0].Target.Kind) => ReadObject(ref writer, type, json),
            (WireKind.Map, JsonValueKind.Array) when !PayloadJsonScalar.IsScalar(type.Arguments[0].Target.Kind) => ReadPairs(ref writer, type, json),
            (WireKind.Tuple, JsonValueKind.Array) when json.GetArrayLength() == type.Arguments.Length => ReadItems(ref writer, type, json),
            (WireKind.Union, JsonValueKind.Object) => ReadUnion(ref writer, type, json),
            (WireKind.TimeSpan, JsonValueKind.Number) when options.TimeSpansInSeconds => PayloadJsonScalar.TryWriteSeconds(ref writer, json) ? null : Misfit(declared, json),
            _ when PayloadJsonScalar.IsScalar(type.Kind) && !(options.TimeSpansInSeconds && type.Kind == WireKind.TimeSpan) && PayloadJsonScalar.TryWrite(ref writer, type, json) => null,
            _ => Misfit(declared, json),
        };
    }

    private (string Path, string Problem)? ReadRecord(ref MessagePackWriter writer, WireType type, JsonElement json)
    {
        if (!TryGetProperties(json, out Dictionary<string, JsonElement> given))
        {
            return ("", "has a name with half a surrogate pair");
        }

        // What is left out at the end is left to the declaration.
        int count = type.Members.Length;
        while (count > 0 && !given.ContainsKey(options.NameOf(type.Members[count - 1])) && MayBeMissing(type.Members[count - 1]))
        {
            count--;
        }

        writer.EnterArray(count == 0 ? 0 : type.Members[count - 1].Key + 1);
        int key = 0;
        foreach (WireMember member in type.Members[..count])
        {
            for (; key < member.Key; key++)
            {
                writer.WriteNil();
            }

            key++;
            string name = options.NameOf(member);
            if (given.Remove(name, out JsonElement value))
            {
                if (Read(ref writer, member.Type, value) is { } misfit)
                {
                    return Below(name, misfit);
                }
            }
            else if (!TryWriteMissing(ref writer, member))
            {
                return (name, $"is missing: it needs a value of the type {member.Type}");
            }
        }

        writer.Exit();
        return given.Count == 0 ? null : (given.Keys.First(), "has no member that takes it");
    }

    private static bool MayBeMissing(WireMember member) => member.Default is not null || member.Type.IsNullable;

    private static bool TryWriteMissing(ref MessagePackWriter writer, WireMember member)
    {
        if (member.Default is { } text)
        {
            return PayloadJsonScalar.TryWriteDefault(ref writer, member.Type.Target, text);
        }

        if (member.Type.IsNullable)
        {
            writer.WriteNil();
        }

        return member.Type.IsNullable;
    }

    private (string Path, string Problem)? ReadItems(ref MessagePackWriter writer, WireType type, JsonElement json)
    {
        writer.EnterArray(json.GetArrayLength());
        int index = 0;
        foreach (JsonElement item in json.EnumerateArray())
        {
            if (Read(ref writer, type.Kind == WireKind.Tuple ? type.Arguments[index] : type.Arguments[0], item) is { } misfit)
            {
                return Below(index, misfit);
            }

            index++;
        }

        writer.Exit();
        return null;
    }

    private (string Path, string Problem)? ReadObject(ref MessagePackWriter writer, WireType type, JsonElement json)
    {
        if (!TryGetProperties(json, out Dictionary<string, JsonElement> given))
        {
            return ("", "has a key with half a surrogate pair");
        }

        writer.EnterMap(given.Count);
        foreach ((string name, JsonElement value) in given)
        {
            if (!PayloadJsonScalar.TryWriteKey(ref writer, type.Arguments[0], name))
            {
                return (name, $"is no key of the type {type.Arguments[0]}");
            }

            if (Read(ref writer, type.Arguments[1], value) is { } misfit)
            {
                return Below(name, misfit);
            }
        }

        writer.Exit();
        return null;
    }

    private (string Path, string Problem)? ReadPairs(ref MessagePackWriter writer, WireType type, JsonElement json)
    {
        writer.EnterMap(json.GetArrayLength());
        int index = 0;
        foreach (JsonElement pair in json.EnumerateArray())
        {
            bool isPair = pair.ValueKind == JsonValueKind.Object && pair.GetPropertyCount() == 2;
            JsonElement key = default;
            JsonElement value = default;
            if (!isPair || !pair.TryGetProperty("key"u8, out key) || !pair.TryGetProperty("value"u8, out value))
            {
                return Below(index, ("", "is no pair of key and value"));
            }

            if ((Read(ref writer, type.Arguments[0], key) ?? Read(ref writer, type.Arguments[1], value)) is { } misfit)
            {
                return Below(index, misfit);
            }

            index++;
        }

        writer.Exit();
        return null;
    }

    private (string Path, string Problem)? ReadUnion(ref MessagePackWriter writer, WireType type, JsonElement json)
    {
        if (!TryGetProperties(json, out Dictionary<string, JsonElement> given) || given.Count != 1)
        {
            return Misfit(type, json);
        }

        (string name, JsonElement body) = given.First();
        WireCase? one = type.Cases.FirstOrDefault(one => string.Equals(one.Type.Target.Name, name, StringComparison.Ordinal))
            ?? type.Cases.FirstOrDefault(one => string.Equals(one.Tag.ToString(CultureInfo.InvariantCulture), name, StringComparison.Ordinal));
        if (one is null)
        {
            return (name, $"is no case of {type.Name}");
        }

        writer.EnterArray(2);
        writer.Write(one.Tag);
        if (Read(ref writer, one.Type, body) is { } misfit)
        {
            return Below(name, misfit);
        }

        writer.Exit();
        return null;
    }

    // The last one of a name holds, as nearly everywhere.
    private static bool TryGetProperties(JsonElement json, out Dictionary<string, JsonElement> properties)
    {
        properties = new(StringComparer.Ordinal);
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (!JsonText.TryGetName(property, out string? name))
            {
                return false;
            }

            properties[name] = property.Value;
        }

        return true;
    }

    private static (string Path, string Problem) Misfit(WireType type, JsonElement json) => ("", $"does not take this {json.ValueKind}: it is of the type {type}");

    private static (string Path, string Problem) Below(string name, (string Path, string Problem) inner) =>
        (inner.Path.Length == 0 || inner.Path[0] == '[' ? name + inner.Path : $"{name}.{inner.Path}", inner.Problem);

    private static (string Path, string Problem) Below(int index, (string Path, string Problem) inner) =>
        Below(string.Create(CultureInfo.InvariantCulture, $"[{index}]"), inner);
}
