using Daybook.Generator.Equatable;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the recorder of a state and its batch.</summary>
internal static class RecorderEmitter
{
    public static void EmitRecorder(CodeWriter code, StateModel model)
    {
        string state = model.Record.Type;
        code.Line($"/// <summary>Appends events of <see cref=\"{state}\"/> to one stream. Safe for concurrent use.</summary>");
        code.Line(Header.Attributes);
        code.Open($"public sealed class Recorder : {Names.EventRecorder}<{state}, {state}.Batch>");
        code.Line(
            """
            /// <summary>Creates the recorder of a stream.</summary>
            /// <param name="store">The store that the events go to.</param>
            /// <param name="streamId">The stream that the events go to.</param>
            /// <param name="options">How the recorder works.</param>
            """);
        code.Open($"public Recorder({Names.EventStore} store, string streamId, {Names.RecorderOptions}? options = null)\n    : base(store, streamId, options)");
        code.Close();
        foreach (StateEventModel item in model.Events)
        {
            string result = $"{item.Accessibility} {Names.ValueTask}<{Names.AppendResult}>";
            string[] trailing = [$"{Names.AppendOptions} {{0}} = default", $"{Names.CancellationToken} {{1}} = default"];
            code.Line();
            EmitMethod(code, item, $"{result} Record{item.RecorderName}Async", trailing, ["options", "cancellationToken"], "AppendAsync");
            code.Line();
            EmitDocumentation(code, item, [], ["options", "cancellationToken"], takesValue: true);
            code.Line($"{result} RecordAsync({item.Type} value, {Names.AppendOptions} options = default, {Names.CancellationToken} cancellationToken = default) =>\n    AppendAsync(value, options, cancellationToken);");
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override {state}.Batch CreateBatch(in {Names.AppendOptions} options) => new(this, options);");
        code.Close();
    }

    public static void EmitBatch(CodeWriter code, StateModel model)
    {
        string state = model.Record.Type;
        code.Line($"/// <summary>Events of <see cref=\"{state}\"/> that are appended together, all or nothing. Not safe for concurrent use.</summary>");
        code.Line(Header.Attributes);
        code.Open($"public sealed class Batch : {Names.RecorderBatch}");
        code.Open($"internal Batch({Names.EventRecorder} recorder, in {Names.AppendOptions} options)\n    : base(recorder, options)");
        code.Close();
        foreach (StateEventModel item in model.Events)
        {
            code.Line();
            EmitMethod(code, item, $"{item.Accessibility} void Record{item.RecorderName}", [$"{Names.EventOptions} {{0}} = default"], ["options"], "Add");
            code.Line();
            EmitDocumentation(code, item, [], ["options"], takesValue: true);
            code.Line($"{item.Accessibility} void Record({item.Type} value, {Names.EventOptions} options = default) => Add(value, options);");
        }

        code.Close();
    }

    private static void EmitMethod(CodeWriter code, StateEventModel item, string signature, string[] trailing, string[] names, string call)
    {
        if (item.Parameters is not { } parameters)
        {
            code.Line($"// {item.RecorderName} is made by its own members only.");
            return;
        }

        string[] free = [.. names.Select(name => Free(name, parameters))];
        IEnumerable<string> declared = parameters.Select(parameter => $"{parameter.Type} {parameter.Name}" + (parameter.Default.Length > 0 ? $" = {parameter.Default}" : ""));
        string list = string.Join(", ", declared.Concat(trailing.Select(part => part.Replace("{0}", free[0]).Replace("{1}", free[free.Length - 1]))));
        EmitDocumentation(code, item, [.. parameters], free, takesValue: false);
        code.Line($"{signature}({list}) =>\n    {call}({New(item.Type, parameters)}, {string.Join(", ", free)});");
    }

    private static string New(string type, EquatableArray<ParameterModel> parameters)
    {
        string arguments = string.Join(", ", parameters.Where(parameter => parameter.Initializes.Length == 0).Select(parameter => parameter.Name));
        string initializer = string.Join(", ", parameters.Where(parameter => parameter.Initializes.Length > 0).Select(parameter => $"{parameter.Initializes} = {parameter.Name}"));
        return $"new {type}({arguments})" + (initializer.Length > 0 ? $" {{ {initializer} }}" : "");
    }

    // A member may be called options, too.
    private static string Free(string name, EquatableArray<ParameterModel> parameters)
    {
        while (parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
        {
            name += "_";
        }

        return name;
    }

    private static void EmitDocumentation(CodeWriter code, StateEventModel item, IReadOnlyList<ParameterModel> parameters, string[] trailing, bool takesValue)
    {
        bool isBatch = trailing.Length == 1;
        string summary = item.Summary.Length > 0 ? item.Summary : $"{(isBatch ? "Adds" : "Appends")} <see cref=\"{item.Type}\"/>.";
        EmitElement(code, "summary", summary);
        if (takesValue)
        {
            code.Line("/// <param name=\"value\">The event.</param>");
        }

        foreach (ParameterModel parameter in parameters)
        {
            string text = parameter.Documentation.Length > 0 ? parameter.Documentation : "The event's member of this name.";
            EmitElement(code, "param", text, $" name=\"{parameter.Name.TrimStart('@')}\"");
        }

        code.Line($"/// <param name=\"{trailing[0]}\">{(isBatch ? "What the event has of its own." : "How to append it.")}</param>");
        if (!isBatch)
        {
            code.Line($"/// <param name=\"{trailing[1]}\">Ends the wait before anything is written.</param>");
            code.Line("/// <returns>Where it stands.</returns>");
        }

        if (item.Remarks.Length > 0)
        {
            EmitElement(code, "remarks", item.Remarks);
        }
    }

    private static void EmitElement(CodeWriter code, string name, string text, string attributes = "")
    {
        string body = text.Contains('\n') ? $"\n{text}\n" : text;
        code.Line($"/// <{name}{attributes}>{body}</{name}>".Replace("\n", "\n/// "));
    }
}
