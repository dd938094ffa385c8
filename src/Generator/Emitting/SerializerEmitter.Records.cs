using System.Globalization;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

internal static partial class SerializerEmitter
{
    private static void WriteRecord(CodeWriter code, RecordComposite record)
    {
        string length = Number(Length(record));
        code.Line(record.IsOpen ? $"writer.EnterRecord(value, typeof({record.Type}), {length});" : $"writer.EnterArray({length});");
        int key = 0;
        foreach (MemberModel member in record.Members)
        {
            for (; key < member.Key; key++)
            {
                code.Line("writer.WriteNil();");
            }

            Write(code, member.Value, $"value.{member.Name}");
            key++;
        }

        code.Line("writer.Exit();");
    }

    private static void ReadRecord(CodeWriter code, RecordComposite record)
    {
        if (record.Initial.Length > 0)
        {
            code.Line($"{record.Type} empty = {record.Initial};");
        }

        code.Line("int count = reader.EnterArray();");
        int key = 0;
        foreach (MemberModel member in record.Members)
        {
            if (key < member.Key)
            {
                SkipGap(code, key, member.Key);
            }

            code.Line($"{member.Value.Type} {member.Local} = count > {Number(member.Key)} ? {Read(member.Value, ComparerOf(member))} : {member.Default};");
            key = member.Key + 1;
        }

        code.Line($"reader.ExitArray(count, {Number(Length(record))});");
        TakeInitializers(code, record);
        code.Line($"return {New(record, isInitial: false)};");
    }

    private static string ComparerOf(MemberModel member) => member.Comparer.Length > 0 ? $", empty.{member.Name}?.{member.Comparer}" : "";

    // What a shorter payload lacks keeps the initializers that a new object has.
    private static void TakeInitializers(CodeWriter code, RecordComposite record)
    {
        MemberModel? last = record.Members.LastOrDefault(member => member.HasInitializer);
        if (last is null)
        {
            return;
        }

        code.Open($"if (count <= {Number(last.Key)})");
        code.Line($"{record.Type} initial = {New(record, isInitial: true)};");
        foreach (MemberModel member in record.Members.Where(member => member.HasInitializer))
        {
            code.Line($"{member.Local} = count > {Number(member.Key)} ? {member.Local} : initial.{member.Name};");
        }

        code.Close();
    }

    private static void SkipGap(CodeWriter code, int from, int to)
    {
        code.Open($"for (int index = {Number(from)}; index < {Number(to)} && index < count; index++)");
        code.Line("reader.Skip();");
        code.Close();
    }

    private static string New(RecordComposite record, bool isInitial)
    {
        string arguments = string.Join(", ", record.Arguments);
        IEnumerable<string> assignments = isInitial
            ? record.Required.Select(index => $"{record.Members[index].Name} = default!")
            : record.Initializers.Select(index => $"{record.Members[index].Name} = {record.Members[index].Local}");
        string initializer = string.Join(", ", assignments);
        return $"new {record.Type}({arguments})" + (initializer.Length > 0 ? $" {{ {initializer} }}" : "");
    }

    private static int Length(RecordComposite record) => record.Members.Count == 0 ? 0 : record.Members[record.Members.Count - 1].Key + 1;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
