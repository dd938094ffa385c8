namespace Daybook.Generator.Emitting;

/// <summary>The runtime's types as generated code writes them.</summary>
internal static class Names
{
    public const string Writer = "global::Daybook.MessagePack.MessagePackWriter";
    public const string Reader = "global::Daybook.MessagePack.MessagePackReader";
    public const string FormatException = "global::Daybook.MessagePack.MessagePackFormatException";
    public const string RecordSchema = "global::Daybook.Schema.RecordSchema";
    public const string RecordKind = "global::Daybook.Schema.RecordKind";
    public const string FormatterInterface = "global::Daybook.IFormatter";
    public const string EventInterface = "global::Daybook.IEvent";
    public const string StateInterface = "global::Daybook.IState";
    public const string Descriptor = "global::Daybook.EventDescriptor";
    public const string Catalog = "global::Daybook.EventCatalog";
    public const string EventContext = "global::Daybook.EventContext";
    public const string EventForms = "global::Daybook.EventForms";
    public const string UpcastInterface = "global::Daybook.IUpcast";
    public const string UpcastParts = "global::Daybook.UpcastParts";
    public const string EarlierVersions = "global::Daybook.EarlierVersions";
    public const string FoldCursor = "global::Daybook.FoldCursor";
    public const string EventStore = "global::Daybook.IEventStore";
    public const string EventRecorder = "global::Daybook.EventRecorder";
    public const string RecorderOptions = "global::Daybook.RecorderOptions";
    public const string RecorderBatch = "global::Daybook.RecorderBatch";
    public const string AppendOptions = "global::Daybook.AppendOptions";
    public const string EventOptions = "global::Daybook.EventOptions";
    public const string AppendResult = "global::Daybook.AppendResult";
    public const string DeterminismChild = "global::Daybook.Testing.DeterminismChild";
    public const string ImmutableArray = "global::System.Collections.Immutable.ImmutableArray";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
}
