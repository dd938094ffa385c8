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
        foreach (StateEventModel item in model.Events.Where(item => item.IsRecorded))
        {
            string result = $"{item.Accessibility} {Names.ValueTask}<{Names.AppendResult}>";
            string[] trailing = [$"{Names.AppendOptions} {{0}} = default", $"{Names.CancellationToken} {{1}} = default"];
            code.Line();
            if (item.Parameters is { } parameters)
            {
                EmitDocumentation(code, item, parameters);
                EmitMethod(code, item.Type, parameters, $"{result} Record{item.RecorderName}Async", trailing, ["options", "cancellationToken"], "AppendAsync");
            }

            EmitReference(code, item, "");
            code.Line($"{result} RecordAsync({item.Type} value, {Names.AppendOptions} options = default, {Names.CancellationToken} cancellationToken = default) => AppendAsync(value, options, cancellationToken);");
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
        foreach (StateEventModel item in model.Events.Where(item => item.IsRecorded))
        {
            code.Line();
            if (item.Parameters is { } parameters)
            {
                EmitReference(code, item, "Recorder.");
                EmitMethod(code, item.Type, parameters, $"{item.Accessibility} void Record{item.RecorderName}", [$"{Names.EventOptions} {{0}} = default"], ["options"], "Add");
            }

            EmitReference(code, item, "Recorder.");
            code.Line($"{item.Accessibility} void Record({item.Type} value, {Names.EventOptions} options = default) => Add(value, options);");
        }

        code.Close();
    }

    private static void EmitMethod(
        CodeWriter code, string type, EquatableArray<ParameterModel> parameters, string signature, string[] trailing, string[] names, string call)
    {
        string[] free = [.. names.Select(name => Free(name, parameters))];
        IEnumerable<string> declared = parameters.Select(parameter => $"{parameter.Type} {parameter.Name}" + (parameter.Default.Length > 0 ? $" = {parameter.Default}" : ""));
        string list = string.Join(", ", declared.Concat(trailing.Select(part => part.Replace("{0}", free[0]).Replace("{1}", free[free.Length - 1]))));
        code.Line($"{signature}({list}) =>\n    {call}({New(type, parameters)}, {string.Join(", ", free)});");
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

    // The words are the user's; what every such method has in common is said where it is inherited from.
    private static void EmitDocumentation(CodeWriter code, StateEventModel item, EquatableArray<ParameterModel> parameters)
    {
        EmitElement(code, "summary", Summary(item));
        foreach (ParameterModel parameter in parameters.Where(parameter => parameter.Documentation.Length > 0))
        {
            EmitElement(code, "param", parameter.Documentation, $" name=\"{parameter.Name.TrimStart('@')}\"");
        }

        code.Line("/// <inheritdoc cref=\"AppendAsync{TEvent}\" path=\"/param|/returns\"/>");
        if (item.Remarks.Length > 0)
        {
            EmitElement(code, "remarks", item.Remarks);
        }
    }

    private static void EmitReference(CodeWriter code, StateEventModel item, string container)
    {
        if (item.Parameters is null)
        {
            EmitElement(code, "summary", Summary(item));
        }
        else
        {
            code.Line($"/// <inheritdoc cref=\"{container}Record{item.RecorderName}Async\"/>");
        }
    }

    private static string Summary(StateEventModel item) => item.Summary.Length > 0 ? item.Summary : $"Records <see cref=\"{item.Type}\"/>.";

    private static void EmitElement(CodeWriter code, string name, string text, string attributes = "")
    {
        string body = text.Contains('\n') ? $"\n{text}\n" : text;
        code.Line($"/// <{name}{attributes}>{body}</{name}>".Replace("\n", "\n/// "));
    }
}
