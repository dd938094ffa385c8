using Daybook.Behaviour.Tests.Samples;
using Daybook.Tests;

namespace Daybook.Behaviour.Tests;

/// <summary>
/// Other people's libraries see in the bytes of generated code what schema and JSON say is in them, and generated code reads what they write
/// of it as the same value: every sample.
/// </summary>
public class ForeignTests
{
    private static readonly IReadOnlyList<ForeignCase> Cases = [.. SampleList.All.Select(sample => sample.ToForeignCase())];

    /// <summary>Its strings are well-formed, its keys are strings, and its library writes -0 as 0.</summary>
    private static readonly string[] JavaScriptLacks =
        ["members.other-keys: edges", "members.other-keys: random", "members.scalars: lone surrogates", "members.scalars: negative zero"];

    [Fact]
    public Task JavaScript_agrees_but_for_what_it_has_no_values_for() => ForeignLibrary.JavaScript.AgreesAsync(Cases, JavaScriptLacks);

    [Fact]
    public Task Python_agrees() => ForeignLibrary.Python.AgreesAsync(Cases);
}
