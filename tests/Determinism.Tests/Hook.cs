using System.Runtime.CompilerServices;
using Daybook.Testing;
namespace Daybook.Tests.Determinism;
internal static class Hook
{
    [ModuleInitializer]
    internal static void Run()
    {
        DeterminismChild.Run<House>();
        DeterminismChild.Run<ByHash>();
        DeterminismChild.Run<HashCodes>();
        DeterminismChild.Run<LocalTime>();
        DeterminismChild.Run<Processors>();
        DeterminismChild.Run<Parallel>();
    }
}
