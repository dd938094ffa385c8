using Daybook.Analyzers.Determinism;
using Daybook.Analyzers.Determinism.Database;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.Determinism.Database;

/// <summary>What a database says of the member that an expression names.</summary>
internal static class KnownMember
{
    private const string Usings =
        """
        using System; using System.Collections.Generic; using System.Collections.Concurrent; using System.Globalization; using System.IO; using System.Linq; using System.Text;
        using System.Threading; using System.Threading.Tasks; using Daybook;

        """;

    private static readonly CSharpCompilation Framework = TestCompiler.Compile().AddReferences(
        Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "Microsoft.*.dll").Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)));

    /// <summary>The compilation that rows are looked for in: all of the framework, and the runtime.</summary>
    public static CSharpCompilation Compile(string source = "") => Framework.AddSyntaxTrees(TestCompiler.Parse(Usings + source, "Source.cs"));

    /// <summary>The row of the outermost member in an expression, after the user's rows.</summary>
    public static DatabaseRow? Find(string expression, string declarations = "", string userRows = "")
    {
        (CSharpCompilation compilation, ISymbol member) = Resolve(expression, declarations);
        var database = new SymbolDatabase(compilation, DatabaseText.Parse(SourceText.From(userRows)).Rows);
        return database.Find(member);
    }

    /// <summary>The outermost member in an expression.</summary>
    public static (CSharpCompilation Compilation, ISymbol Member) Resolve(string expression, string declarations = "")
    {
        CSharpCompilation compilation = Compile($"class Probe {{ object Run() {{ _ = {expression}; return 0; }} }}\n{declarations}");
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        AssignmentExpressionSyntax assignment = tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>().First();
        ISymbol? member = compilation.GetSemanticModel(tree).GetSymbolInfo(assignment.Right).Symbol;
        Assert.True(member is not null, expression);
        return (compilation, member);
    }

    public static string Describe(DatabaseRow? row) => row is null ? "none" : $"{row.Kind.Name()} {row.Severity?.ToString().ToLowerInvariant() ?? "allow"}";
}
