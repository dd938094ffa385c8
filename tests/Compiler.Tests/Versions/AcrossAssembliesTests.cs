using System.Reflection;
using System.Runtime.Loader;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Versions;

/// <summary>Runs a state of one assembly over events and upcasters of another.</summary>
public class AcrossAssembliesTests
{
    private const string Events =
        """
        using Daybook;
        [Event("x", FormerNames = ["was-x"])] public partial record X1(int N);
        [Event("x", Version = 2)] public partial record X2(int N, int M);
        [Event("x", Version = 3, WriteVersion = 2)] public partial record X(int N, int M, string Why = "");
        [Event("y")] public readonly partial record struct Y(int N);
        static class Upcasters
        {
            [Upcaster] internal static X2? Up(X1 e) => e.N < 0 ? null : new(e.N, 1);
            [Upcaster] internal static (X, Y?) Up(X2 e) => (new(e.N, e.M), e.N == 0 ? null : new(e.N));
        }
        """;

    private const string State =
        """
        using System.Threading.Tasks;
        using Daybook;
        using Daybook.MessagePack;
        using Daybook.Stores;
        [State("s")]
        public partial record S
        {
            public string Log { get; init; } = "";
            [Reducer] S On(X e, EventContext c) => this with { Log = $"{Log} x{e.N},{e.M}@{c.Sequence}.{c.Part}" };
            [Reducer] S On(Y e, EventContext c) => this with { Log = $"{Log} y{e.N}@{c.Sequence}.{c.Part}" };
        }
        public static class Program
        {
            public static async Task<string> RunAsync()
            {
                await using IEventStore store = EventStores.Memory();
                await AppendAsync(store, new X1(7));
                await AppendAsync(store, new X1(-1));
                await AppendAsync(store, new X2(0, 5));
                await new S.Recorder(store, "s").RecordXAsync(3, 4);
                string log = (await store.LoadAsync<S>("s")).State.Log;
                await foreach (Envelope envelope in store.ReadEventsAsync("s"))
                {
                    log += $" {envelope.EventType.Version}:{(envelope.TryGet<Y>(out Y y) ? y.N : "none")}";
                }

                return log;
            }

            private static async Task AppendAsync<T>(IEventStore store, T value) where T : IEvent<T>
            {
                using var batch = new AppendBatch();
                batch.Start("s");
                var writer = new MessagePackWriter(batch.Buffer);
                T.Write(ref writer, in value);
                writer.Flush();
                batch.Add(T.Schema, new(System.Guid.CreateVersion7()), System.DateTimeOffset.UnixEpoch, null, 0);
                await store.AppendAsync(batch);
            }
        }
        """;

    [Fact]
    public async Task A_state_folds_older_versions_of_events_of_another_assembly()
    {
        byte[] library = Emit(TestCompiler.Compile(Events).WithAssemblyName("VersionedEvents"));
        byte[] program = Emit(TestCompiler.Compile(State).WithAssemblyName("VersionedState").AddReferences(MetadataReference.CreateFromImage(library)));
        Load(library);
        MethodInfo run = Load(program).GetType("Program")!.GetMethod("RunAsync")!;
        Assert.Equal(" x7,1@0.0 y7@0.1 x0,5@2.0 x3,4@3.0 y3@3.1 1:7 1:none 2:none 2:3", await (Task<string>)run.Invoke(null, null)!);
    }

    private static byte[] Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(TestCompiler.Run(compilation).Output.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return image.ToArray();
    }

    private static Assembly Load(byte[] image)
    {
        using var stream = new MemoryStream(image);
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    }
}
