using Daybook.Analyzers.Determinism.Calls;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Follows the calls that the text does not show.</summary>
internal sealed class HiddenCallCheck : IOperationCheck
{
    public void Check(IOperation operation, BodyReader reader)
    {
        foreach (ImplicitCall call in ImplicitCalls.Of(operation))
        {
            reader.Use(call.Place, call.Method.AssociatedSymbol ?? call.Method.ReducedFrom ?? call.Method, call.Method, call.Receiver);
        }
    }
}
