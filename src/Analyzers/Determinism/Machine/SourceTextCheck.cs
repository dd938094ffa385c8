using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Machine;

/// <summary>Finds values that the source file gives as it lies on the machine that compiles it: line ends, paths, line numbers.</summary>
internal sealed class SourceTextCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Literal, OperationKind.InterpolatedString, OperationKind.Argument];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case ILiteralOperation { ConstantValue.Value: string, Syntax: LiteralExpressionSyntax literal } when IsSpread(literal) && !operation.IsForException(reader.Locals):
                AddLines(reader, operation);
                break;
            case IInterpolatedStringOperation { Syntax: InterpolatedStringExpressionSyntax text } when IsSpread(text) && !operation.IsForException(reader.Locals):
                AddLines(reader, operation);
                break;
            case IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter, Parent: { } call } when CallerInfoOf(parameter) is { } reason && !operation.IsForException(reader.Locals):
                reader.Add(call, new(NonDeterminism.Environment, EffectSeverity.Info, $"{parameter.ContainingSymbol.ToApi()}({parameter.Name})", reason, call.Syntax) { Replacement = "an argument" });
                break;
        }
    }

    private static void AddLines(BodyReader reader, IOperation text) => reader.Add(
        text,
        new(NonDeterminism.Environment, EffectSeverity.Info, "text of several lines", "ends its lines as the source file does, which a checkout may change", text.Syntax) { Replacement = "\"\\n\" in a string of one line" });

    /// <summary>Whether a literal has line ends as the file has them, without escapes.</summary>
    private static bool IsSpread(LiteralExpressionSyntax literal) =>
        literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) ? literal.Token.ValueText.Contains("\n")
            : literal.Token.Text.StartsWith("@", StringComparison.Ordinal) && literal.Token.Text.Contains("\n");

    private static bool IsSpread(InterpolatedStringExpressionSyntax text) => text.Contents.OfType<InterpolatedStringTextSyntax>().Any(part => part.TextToken.Text.Contains("\n"));

    private static string? CallerInfoOf(IParameterSymbol parameter) => parameter.GetAttributes().Select(attribute => attribute.AttributeClass?.Name switch
    {
        "CallerFilePathAttribute" => "is given a path of the machine that compiles",
        "CallerLineNumberAttribute" => "is given a line that changes with the text around it",
        "CallerMemberNameAttribute" => "is given a name that changes when the member is renamed",
        _ => null,
    }).FirstOrDefault(reason => reason is not null);
}
