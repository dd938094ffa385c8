using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

internal static partial class SerializerEmitter
{
    private static void WriteCollection(CodeWriter code, CollectionComposite collection)
    {
        code.Line($"{collection.SourceType} items = {collection.Source};");
        code.Line($"writer.{(collection.IsMap ? "EnterMap" : "EnterArray")}(items.{collection.Count});");
        if (collection.IsSorted)
        {
            code.Line("int start = writer.Position;");
        }

        code.Open(collection.IsIndexed ? "for (int index = 0; index < items.Length; index++)" : $"foreach ({ItemType(collection)} item in items)");
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

        code.Line("writer.Exit();");
    }

    // Never "var": a type may be called so.
    private static string ItemType(CollectionComposite collection) => collection.IsMap
        ? $"global::System.Collections.Generic.KeyValuePair<{collection.Elements[0].Type}, {collection.Elements[1].Type}>"
        : collection.Elements[0].Type;

    private static void ReadCollection(CodeWriter code, CollectionComposite collection)
    {
        code.Line($"int count = reader.{(collection.IsMap ? "EnterMap" : "EnterArray")}();");
        code.Line($"{collection.CreateType} items = {WithComparer(collection.Create, collection)};");
        code.Open("for (int index = 0; index < count; index++)");
        if (collection.IsMap)
        {
            code.Line($"{collection.Elements[0].Type} key = {Read(collection.Elements[0])};");
            code.Line($"items[key] = {Read(collection.Elements[1])};");
        }
        else
        {
            string element = Read(collection.Elements[0]);
            code.Line(collection.TakesIndex ? $"items[{(collection.IsReversed ? "count - 1 - index" : "index")}] = {element};" : $"items.Add({element});");
        }

        code.Close();
        code.Line("reader.Exit();");
        code.Line($"return {WithComparer(collection.Finish, collection)};");
    }

    private static string WithComparer(string expression, CollectionComposite collection)
    {
        string comparer = (collection.TakesComparer, collection.DefaultComparer) switch
        {
            (true, "") => "comparer",
            (true, var standard) => $"comparer ?? {standard}",
            (false, var standard) => standard,
        };
        return expression.Replace("{1}", comparer).Replace("{2}", comparer.Length > 0 ? ", " + comparer : "");
    }

    private static void WriteTuple(CodeWriter code, TupleComposite tuple)
    {
        code.Line($"writer.EnterArray({Number(tuple.Elements.Count)});");
        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            Write(code, tuple.Elements[i], $"value.{tuple.Names[i]}");
        }

        code.Line("writer.Exit();");
    }

    private static void ReadTuple(CodeWriter code, TupleComposite tuple)
    {
        string count = Number(tuple.Elements.Count);
        code.Open($"if (reader.EnterArray() != {count})");
        code.Line($"throw new {Names.FormatException}(\"Not a tuple of {count}.\", reader.Position);");
        code.Close();
        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            code.Line($"{tuple.Elements[i].Type} item{Number(i + 1)} = {Read(tuple.Elements[i])};");
        }

        code.Line("reader.Exit();");
        code.Line($"return new {tuple.Constructed}({string.Join(", ", Enumerable.Range(1, tuple.Elements.Count).Select(number => "item" + Number(number)))});");
    }

    private static void EmitCompare(CodeWriter code, TupleComposite tuple)
    {
        code.Open($"private static int Compare{tuple.Helper}({tuple.Type} left, {tuple.Type} right)");
        if (!tuple.IsValueType)
        {
            code.Open("if (left is null || right is null)");
            code.Line("return left is null ? right is null ? 0 : -1 : 1;");
            code.Close();
        }

        code.Line($"int order = {tuple.Comparisons[0]};");
        foreach (string comparison in tuple.Comparisons.Skip(1))
        {
            code.Open("if (order == 0)");
            code.Line($"order = {comparison};");
            code.Close();
        }

        code.Line("return order;");
        code.Close();
    }

    private static void WriteRankArray(CodeWriter code, RankArrayComposite array)
    {
        code.Line($"writer.EnterArray({Number(array.Rank + 1)});");
        for (int dimension = 0; dimension < array.Rank; dimension++)
        {
            code.Line($"writer.Write(value.GetLength({Number(dimension)}));");
        }

        code.Line("writer.EnterArray(value.Length);");
        code.Open($"foreach ({array.Element.Type} item in value)");
        Write(code, array.Element, "item");
        code.Close();
        code.Line("writer.Exit();");
        code.Line("writer.Exit();");
    }

    private static void ReadRankArray(CodeWriter code, RankArrayComposite array)
    {
        code.Line("reader.Enter();");
        code.Line("reader.Enter();");
        code.Line($"global::System.Span<int> lengths = stackalloc int[{Number(array.Rank)}];");
        code.Line("int count = reader.ReadArrayLengths(lengths);");
        code.Line($"{array.Type} items = {array.Create};");
        // Without elements a length may still be anything, and nothing stands for the turns of a loop over it.
        code.Open("if (count > 0)");
        for (int dimension = 0; dimension < array.Rank; dimension++)
        {
            string index = "index" + Number(dimension);
            code.Open($"for (int {index} = 0; {index} < lengths[{Number(dimension)}]; {index}++)");
        }

        code.Line($"items[{string.Join(", ", Enumerable.Range(0, array.Rank).Select(dimension => "index" + Number(dimension)))}] = {Read(array.Element)};");
        for (int dimension = 0; dimension < array.Rank; dimension++)
        {
            code.Close();
        }

        code.Close();
        code.Line("reader.Exit();");
        code.Line("reader.Exit();");
        code.Line("return items;");
    }
}
