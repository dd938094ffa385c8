using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Follows sequences without an order from method to method: whether that matters is decided where they are used.</summary>
internal static class OrderFlow
{
    /// <summary>Says to a method that something without an order is given to a slot of it.</summary>
    public static void Give(BodyReader reader, IOperation operation, IMethodSymbol method, int slot, Sequence sequence)
    {
        var call = new Call(Slot.Run, method.Canonical(), Slot.Order(slot), Receiver: null, operation.Syntax);
        switch (sequence.Origin)
        {
            case IParameterSymbol parameter:
                BodyOf(parameter, reader)?.Add(call with { From = Slot.Order(SlotOf(parameter)) });
                break;
            case null:
                reader.Body.Add(call);
                break;
        }
    }

    /// <summary>Says of a method that what it returns has no order.</summary>
    public static void Return(BodyReader reader, IOperation value, Sequence sequence)
    {
        switch (sequence.Origin)
        {
            case IMethodSymbol source:
                reader.Body.Add(new Call(Slot.Order(Slot.Return), source.Canonical(), Slot.Order(Slot.Return), Receiver: null, value.Syntax));
                break;
            case null:
                reader.Body.Add(
                    Slot.Order(Slot.Return),
                    new(NonDeterminism.Order, sequence.Severity, sequence.Source, $"comes in an order {sequence.Reason}", value.Syntax) { Replacement = OrderCheck.Replacement });
                break;
        }
    }

    /// <summary>The slot of what a parameter is given.</summary>
    public static int SlotOf(IParameterSymbol parameter) => parameter.IsOfExtension() ? Slot.Receiver : parameter.Ordinal;

    /// <summary>The body that a parameter belongs to.</summary>
    public static BodyFacts? BodyOf(IParameterSymbol parameter, BodyReader reader)
    {
        if (parameter.IsOfExtension())
        {
            return reader.Body.Member;
        }

        BodyFacts? body = reader.Body;
        while (body is not null && !body.Symbol.Is(parameter.ContainingSymbol))
        {
            body = body.Outer;
        }

        return body;
    }
}
