using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>An event or a state that the resolver for MessagePack-CSharp knows.</summary>
internal sealed record ResolverEntry(string Type, bool IsState, bool IsValueType)
{
    public static ResolverEntry Of(EventModel model) => new(model.Record.Type, IsState: false, model.Record.Composites[0].IsValueType);

    public static ResolverEntry Of(StateModel model) => new(model.Record.Type, IsState: true, model.Record.Composites[0].IsValueType);
}
