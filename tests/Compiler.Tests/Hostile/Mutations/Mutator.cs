using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.Hostile.Mutations;

/// <summary>Changes programs as a hasty hand would: a token, a type, a modifier or a declaration at a time.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Types =
    [
        "int", "string?", "object", "dynamic", "void", "int*", "nint", "T", "List<>", "Missing", "System.Span<int>", "System.Type", "System.Action", "System.Threading.Tasks.Task",
        "delegate*<int>", "int[,]", "int?[]?[]", "(int, string)", "(int A, (string B, object C) D)", "System.Collections.Generic.Dictionary<object, string>",
        "System.Collections.Generic.Dictionary<int?, string>", "System.Collections.Generic.IEnumerable<string>", "System.Nullable<int>", "System.Lazy<int>", "System.IDisposable",
        "System.Exception", "System.Text.Json.JsonElement", "System.ReadOnlyMemory<byte>", "Daybook.EventContext", "Daybook.IEventStore", "Cart", "Opened", "Line", "Node", "State", "Two",
        "System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<int>>", "System.DayOfWeek?", "Shape", "Money", "Added", "NotedV1", "(Added, Noted?)", "int[,,,,]", "System.Half", "System.Collections.Generic.PriorityQueue<int, string>", "System.Collections.Generic.List<Opened>", "var", "ref int",
    ];

    private static readonly string[] Snippets =
    [
        "static", "abstract", "sealed", "partial", "record", "struct", "class", "interface", "ref", "readonly", "required", "file", "private", "protected", "internal", "unsafe", "async",
        "virtual", "override", "new", "const", "in", "out", "params", "this", "<T>", "?", "!", "[]", "()", "(", ")", "{", "}", "<", ">", ";", ",", "=", "=>", ":", "default", "null", "1", "-1",
        "\"\"", "\"a b\"", "\"a\0\"", "nameof(Cart)", "@", "where T : new()", ": Missing", ": System.IDisposable", "#if X\n", "#endif\n", "/*", "//", "[WireKey(0)]", "[Reducer]",
        "[Event(\"x\")]", "[State(\"y\")]", "[Records<Opened>]", "[Upcaster]", "[Downcaster]", "[WireIgnore]", "[WireUnion(0, typeof(Circle))]", "[Formatter(typeof(MoneyFormatter))]", "Version = 2", "FormerNames = [\"x\"]", "WriteVersion = 1", "[System.Obsolete(\"x\", true)]", "\u202e", "ﬀ", "\ud800",
    ];

    private static readonly string[] Names =
        ["Recorder", "Batch", "Initial", "Schema", "Write", "Read", "__Wire", "Equals", "ToString", "System", "Daybook", "global", "value", "reader", "record", "var", "_", "e", "Cart", "Opened"];

    public string Mutate(string source)
    {
        for (int changes = 1 + random.Next(3); changes > 0; changes--)
        {
            source = Change(source);
        }

        return source;
    }

    private string Change(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return random.Next(14) switch
        {
            0 => Replace(source, AnyToken(root)?.Span, ""),
            1 => Replace(source, AnyToken(root)?.Span, AnyToken(root)?.Text ?? ""),
            2 => Replace(source, Any(root.DescendantNodes().OfType<TypeSyntax>())?.Span, Any(Types)!),
            3 or 4 => Insert(source, AnyToken(root), Any(Snippets) + " "),
            5 => Replace(source, AnyToken(root, IsName)?.Span, Any(Names)!),
            6 => Replace(source, AnyToken(root, static token => token.Value is int or decimal or double || token.IsKind(SyntaxKind.StringLiteralToken))?.Span, Any(Snippets)!),
            7 => Replace(source, Any(Parts(root))?.FullSpan, ""),
            8 => Twice(source, Any(Parts(root))),
            9 => Move(source, Any(Parts(root)), AnyToken(root)),
            10 => Wrap(source, Any(root.DescendantNodes().OfType<TypeDeclarationSyntax>())),
            _ => Replace(source, AnyToken(root, IsName)?.Span, AnyToken(root, IsName)?.Text ?? ""),
        };
    }

    private static bool IsName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken);

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode root) =>
        root.DescendantNodes().Where(node => node is MemberDeclarationSyntax or AttributeListSyntax or ParameterSyntax or BaseListSyntax or EqualsValueClauseSyntax or AccessorListSyntax);

    private string Wrap(string source, TypeDeclarationSyntax? type) => type is null
        ? source
        : Replace(source, type.Span, $"{Any(["class W", "partial class W<T>", "partial struct W", "interface W", "partial record W(int X)", "static partial class W", "namespace W"])} {{ {type} }}");

    private static string Twice(string source, SyntaxNode? node) => node is null ? source : source.Insert(node.FullSpan.End, node.ToFullString());

    private static string Move(string source, SyntaxNode? node, SyntaxToken? place) => node is null || place is null || node.FullSpan.Contains(place.Value.SpanStart)
        ? source
        : place.Value.SpanStart >= node.FullSpan.End
            ? source.Insert(place.Value.SpanStart, node.ToFullString()).Remove(node.FullSpan.Start, node.FullSpan.Length)
            : source.Remove(node.FullSpan.Start, node.FullSpan.Length).Insert(place.Value.SpanStart, node.ToFullString());

    private static string Insert(string source, SyntaxToken? token, string text) => token is null ? source : source.Insert(token.Value.SpanStart, text);

    private static string Replace(string source, TextSpan? span, string text) => span is null ? source : source.Remove(span.Value.Start, span.Value.Length).Insert(span.Value.Start, text);

    private SyntaxToken? AnyToken(SyntaxNode root, Func<SyntaxToken, bool>? where = null)
    {
        SyntaxToken[] all = [.. root.DescendantTokens().Where(where ?? (static _ => true))];
        return all.Length == 0 ? null : all[random.Next(all.Length)];
    }

    private TItem? Any<TItem>(IEnumerable<TItem> items)
        where TItem : class
    {
        TItem[] all = [.. items];
        return all.Length == 0 ? null : all[random.Next(all.Length)];
    }
}
