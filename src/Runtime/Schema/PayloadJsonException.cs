namespace Daybook.Schema;

/// <summary>JSON is not what a schema asks for.</summary>
public sealed class PayloadJsonException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="path">Where in the JSON, such as <c>lines[2].quantity</c>.</param>
    /// <param name="problem">What is wrong there.</param>
    public PayloadJsonException(RecordSchema schema, string path, string problem)
        : base($"This is no {schema?.Name}: '{path}' {problem}.")
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Path = path;
    }

    /// <summary>The schema.</summary>
    public RecordSchema Schema { get; }

    /// <summary>Where in the JSON.</summary>
    public string Path { get; }
}
