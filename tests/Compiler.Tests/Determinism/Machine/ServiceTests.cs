using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Determinism.Machine;

/// <summary>Services of other packages, which are compiled here as far as the tests need them.</summary>
public class ServiceTests
{
    private static readonly MetadataReference[] Packages =
    [
        Package("Microsoft.Extensions.Logging.Abstractions", """
            namespace Microsoft.Extensions.Logging;
            public enum LogLevel { Debug, Information }
            public interface ILogger { bool IsEnabled(LogLevel level); void Log(LogLevel level, string text); }
            public interface ILogger<out T> : ILogger;
            public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string text) => logger.Log(LogLevel.Information, text); }
            """),
        Package("Microsoft.Extensions.Configuration.Abstractions", """
            namespace Microsoft.Extensions.Configuration;
            public interface IConfiguration { string? this[string key] { get; set; } IConfigurationSection GetSection(string key); }
            public interface IConfigurationSection : IConfiguration { string? Value { get; } }
            public interface IConfigurationRoot : IConfiguration;
            public static class ConfigurationExtensions { public static string? GetConnectionString(this IConfiguration configuration, string name) => configuration[name]; }
            public static class ConfigurationBinder { public static T? GetValue<T>(this IConfiguration configuration, string key) => default; }
            """),
        Package("Microsoft.Extensions.Options", """
            namespace Microsoft.Extensions.Options;
            public interface IOptions<out T> { T Value { get; } }
            """),
        Package("Microsoft.Extensions.DependencyInjection.Abstractions", """
            namespace Microsoft.Extensions.DependencyInjection;
            public static class ServiceProviderServiceExtensions { public static T GetRequiredService<T>(this System.IServiceProvider services) => (T)services.GetService(typeof(T))!; }
            """),
    ];

    [Theory]
    [InlineData("{|DAY2150i:Helper.Logger.LogInformation(\"opened\")|}; return this;")]
    [InlineData("{|DAY2150i:Helper.Logger.Log(LogLevel.Debug, \"opened\")|}; return this;")]
    [InlineData("{|DAY2150i:Helper.Typed.LogInformation(\"opened\")|}; return this;")]
    [InlineData("{|DAY2150i:Helper.Typed.Log(LogLevel.Debug, \"opened\")|}; return this;")]
    [InlineData("return {|DAY2150i:Helper.Logger.IsEnabled(LogLevel.Debug)|} ? this : Initial;")]
    [InlineData("{|DAY2150i:Helper.Say(null!)|}; return this;", "static partial class Helper { public static void Say(ILogger logger) => logger.LogInformation(\"opened\"); }")]
    public async Task Loggers_are_infos(string body, string others = "") => await VerifyAsync(body, others);

    [Theory]
    [InlineData("return this with { Text = {|DAY2150:Helper.Settings[\"a\"]|}! };")]
    [InlineData("return this with { Text = {|DAY2150:Helper.Settings.GetSection(\"a\").Value|}! };")]
    [InlineData("return this with { Text = {|DAY2150:Helper.Root[\"a\"]|}! };")]
    [InlineData("return this with { Text = {|DAY2150:Helper.Settings.GetConnectionString(\"a\")|}! };")]
    [InlineData("return this with { Number = {|DAY2150:Helper.Settings.GetValue<int>(\"a\")|} };")]
    [InlineData("return this with { Text = {|DAY2150:Helper.Options.Value|} };")]
    [InlineData("return this with { Text = {|DAY2150:Helper.Services.GetRequiredService<string>()|} };")]
    [InlineData("return this with { Number = {|DAY2150:Helper.Limit(null!)|} };", "static partial class Helper { public static int Limit(IConfiguration settings) => settings[\"limit\"] is null ? 1 : 2; }")]
    public async Task Settings_and_containers_are_warnings(string body, string others = "") => await VerifyAsync(body, others);

    [Theory]
    [InlineData("ILogger? logger = null; return logger is null ? this : Initial;")]
    [InlineData("return Helper.Logger is ILogger<Test> ? this : Initial;")]
    [InlineData("return this with { Text = nameof(ILogger.Log) + typeof(IConfiguration).Name };")]
    [InlineData("return this with { Number = (int)LogLevel.Information };")]
    [InlineData("return this with { Text = Mine.Settings[e.Value] };", "static class Mine { public static readonly Own.IConfiguration Settings = new Own.Fixed(); } namespace Own { internal interface IConfiguration { string this[string key] { get; } } internal sealed class Fixed : IConfiguration { public string this[string key] => key; } }")]
    [InlineData("Mine.Say(e.Value); return this;", "static class Mine { [System.Diagnostics.Conditional(\"NEVER\")] public static void Say(string text) => Helper.Logger.LogInformation(text); }")]
    public async Task Naming_them_is_fine(string body, string others = "") => await VerifyAsync(body, others);

    private static async Task VerifyAsync(string body, string others)
    {
        const string Start = "using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.DependencyInjection;\nusing Microsoft.Extensions.Logging;\nusing Microsoft.Extensions.Options;\n";
        const string Helper = """
            static partial class Helper
            {
                public static readonly ILogger Logger = null!;
                public static readonly ILogger<Test> Typed = null!;
                public static readonly IConfiguration Settings = null!;
                public static readonly IConfigurationRoot Root = null!;
                public static readonly IOptions<string> Options = null!;
                public static readonly IServiceProvider Services = null!;
            }
            """;
        await Verifier.VerifyAsync<DeterminismAnalyzer>([Start + DeterminismVerifier.Program(body, Helper + others)], Packages);
    }

    private static CompilationReference Package(string name, string source) => TestCompiler.Compile(source).WithAssemblyName(name).ToMetadataReference();
}
