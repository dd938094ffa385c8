using System.Collections.Concurrent;
using Daybook.Analyzers.Determinism.Culture;
using Daybook.Analyzers.Determinism.Database;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Determinism;

/// <summary>What all parts of the analysis of one compilation share.</summary>
internal sealed class DeterminismContext
{
    private readonly ConcurrentDictionary<ISymbol, bool> _frameworks = new(SymbolEqualityComparer.Default);
    private readonly AnalyzerConfigOptionsProvider _options;

    public DeterminismContext(Compilation compilation, SymbolDatabase database, AnalyzerConfigOptionsProvider options)
    {
        Compilation = compilation;
        Known = new(compilation);
        Trust = new(Known);
        Roots = new(this);
        HeldTypes = new(compilation, Known);
        Texts = new(compilation);
        Keys = new(compilation);
        Database = database;
        _options = options;
    }

    public Compilation Compilation { get; }

    public KnownTypes Known { get; }

    public MemberTrust Trust { get; }

    public Roots Roots { get; }

    public HeldTypes HeldTypes { get; }

    public SymbolDatabase Database { get; }

    public TextTypes Texts { get; }

    public KeyTypes Keys { get; }

    /// <summary>Whether the program that is built knows one culture only.</summary>
    public bool HasOneCulture => _options.GlobalOptions.TryGetValue("build_property.InvariantGlobalization", out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a member is declared in the compilation, in text or by the compiler.</summary>
    public bool IsSource(ISymbol symbol) => symbol.ContainingAssembly.Is(Compilation.Assembly);

    /// <summary>Whether what the database does not know of an assembly is taken as clean.</summary>
    public bool IsFramework(IAssemblySymbol? assembly) => assembly is null || _frameworks.GetOrAdd(assembly, static symbol => IsFrameworkName(symbol.Name));

    /// <summary>Whether what cannot be verified is an error in a file.</summary>
    public bool IsStrict(SyntaxTree tree) => IsSet(tree, "daybook.strict");

    /// <summary>Whether an option is on in a file.</summary>
    public bool IsSet(SyntaxTree tree, string option) =>
        _options.GetOptions(tree).TryGetValue(option, out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsFrameworkName(string name) =>
        name is "Daybook" or "mscorlib" or "netstandard" or "System" or "Microsoft.CSharp" or "Microsoft.VisualBasic.Core"
        || name.StartsWith("System.", StringComparison.Ordinal);
}
