using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Daybook.Benchmarks;

// "facts" prints what is a size or a count rather than a time.
if (args is ["facts"])
{
    await Facts.PrintAsync();
    return;
}

// "latency" prints how long appends take beside compaction and purges; about two minutes.
if (args is ["latency"])
{
    await Latency.PrintAsync();
    return;
}

// "compile" prints how long the compiler takes with and without the analyzers, on B14's project; about ten minutes.
if (args is ["compile"])
{
    Compiling.Print();
    return;
}

// "startup EMPTY PROGRAM" compares two native programs; eng/measure-native.sh publishes them first.
if (args is ["startup", var floor, var program])
{
    Startup.Print(floor, program);
    return;
}

// In this process and short: enough to tell ratios apart on a machine of two cores.
IConfig config = DefaultConfig.Instance.AddJob(Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(3)
    .WithIterationCount(8));
_ = BenchmarkSwitcher.FromAssembly(typeof(Facts).Assembly).Run(args, config);
