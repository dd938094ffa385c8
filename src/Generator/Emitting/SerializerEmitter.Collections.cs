using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

internal static partial class SerializerEmitter
{
    private static void WriteCollection(CodeWriter code, CollectionComposite collection)
    {
        code.Line($"var items = {collection.Source};");
        code.Line($"writer.{(collection.IsMap ? "WriteMapHeader" : "WriteArrayHeader")}(items.{collection.Count});");
        if (collection.IsSorted)
        {
            code.Line("int start = writer.Position;");
        }

        code.Open(collection.IsIndexed ? "for (int index = 0; index < items.Length; index++)" : "foreach (var item in items)");
        if (collection.IsMap)
        {
            Write(code, collection.Elements[0], "item.Key");
            Write(code, collection.Elements[1], "item.Value");
        }
        else
        {
            Write(code, collection.Elements[0], collection.IsIndexed ? "items[index]" : "item");
        }

        code.Close();
        if (collection.IsSorted)
        {
            code.Line($"writer.{(collection.IsMap ? "SortMap" : "SortSet")}(start, items.{collection.Count});");
        }
    }

    private static void ReadCollection(CodeWriter code, CollectionComposite collection)
    {
        code.Line($"int count = reader.{(collection.IsMap ? "ReadMapHeader" : "ReadArrayHeader")}();");
        code.Line($"var items = {collection.Create};");
        code.Open("for (int index = 0; index < count; index++)");
        if (collection.IsMap)
        {
            code.Line($"{collection.Elements[0].Type} key = {Read(collection.Elements[0])};");
            code.Line($"items[key] = {Read(collection.Elements[1])};");
        }
        else
        {
            string element = Read(collection.Elements[0]);
            code.Line(collection.IsArray ? $"items[index] = {element};" : $"items.Add({element});");
        }

        code.Close();
        code.Line("reader.Exit();");
        code.Line($"return {collection.Finish};");
    }

    private static void WriteTuple(CodeWriter code, TupleComposite tuple)
    {
        code.Line($"writer.WriteArrayHeader({Number(tuple.Elements.Count)});");
        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            Write(code, tuple.Elements[i], $"value.Item{Number(i + 1)}");
        }
    }

    private static void ReadTuple(CodeWriter code, TupleComposite tuple)
    {
        string count = Number(tuple.Elements.Count);
        code.Open($"if (reader.ReadArrayHeader() != {count})");
        code.Line($"throw new {Names.FormatException}(\"Not a tuple of {count}.\", reader.Position);");
        code.Close();
        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            code.Line($"{tuple.Elements[i].Type} item{Number(i + 1)} = {Read(tuple.Elements[i])};");
        }

        code.Line("reader.Exit();");
        code.Line($"return ({string.Join(", ", Enumerable.Range(1, tuple.Elements.Count).Select(number => "item" + Number(number)))});");
    }
}
