using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor UnionNotAbstract = Create(
        RuleIds.UnionNotAbstract,
        "Unions are abstract",
        "'{0}' lists cases but can itself be made; make it abstract",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateUnionTag = Create(
        RuleIds.DuplicateUnionTag,
        "Each case of a union needs a tag of its own",
        "The tag {0} of '{1}' belongs to '{2}' already; use another one",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateUnionCase = Create(
        RuleIds.DuplicateUnionCase,
        "Each case of a union is listed once",
        "'{0}' is listed by '{1}' already; remove one of the two",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAUnionCase = Create(
        RuleIds.NotAUnionCase,
        "Cases derive from their union",
        "'{0}' does not derive from '{1}'; name a type that does, by typeof",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AbstractUnionCase = Create(
        RuleIds.AbstractUnionCase,
        "Cases of a union are concrete",
        "'{0}' is abstract, so no value of '{1}' is one; list the types that derive from it",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OpenUnionCase = Create(
        RuleIds.OpenUnionCase,
        "Cases of a union have known type arguments",
        "'{0}' has type arguments that '{1}' does not give; list it with type arguments",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor HiddenUnionCase = Create(
        RuleIds.HiddenUnionCase,
        "Cases of a union are accessible",
        "The case '{0}' of '{1}' cannot be seen from '{2}', whose generated part names it; make it at least internal",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MissingUnionCase = Create(
        RuleIds.MissingUnionCase,
        "A union lists every type that derives from it",
        "'{0}' derives from the union '{1}', which does not list it; add [WireUnion({2}, typeof({0}))] to '{1}'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AbstractMember = Create(
        RuleIds.AbstractMember,
        "Abstract member types list their cases",
        "'{0}' holds '{1}', which is abstract; list its cases with [WireUnion(tag, typeof(...))], or name a formatter with [Formatter]",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor IgnoredButNeeded = Create(
        RuleIds.IgnoredButNeeded,
        "What is ignored can be left out when reading",
        "'{0}' is ignored, but a value cannot be made without it; give the parameter a default, or remove 'required'",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor IgnoredKey = Create(
        RuleIds.IgnoredKey,
        "A member is ignored or has a key",
        "'{0}' is ignored and has a key; remove one of the attributes",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAFormatter = Create(
        RuleIds.NotAFormatter,
        "Formatters are for the type that they are named on",
        "'{0}' is no formatter for '{1}'; implement IFormatter<{1}, TWire> in it",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AmbiguousFormatter = Create(
        RuleIds.AmbiguousFormatter,
        "A formatter knows one way for a type",
        "'{0}' implements IFormatter<{1}, TWire> more than once; split it into one type for each",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor HiddenFormatter = Create(
        RuleIds.HiddenFormatter,
        "Formatters are accessible",
        "The formatter '{0}' cannot be seen from '{1}', whose generated part calls it; make it at least internal",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OpenFormatter = Create(
        RuleIds.OpenFormatter,
        "Formatters have known type arguments",
        "'{0}' has no type arguments; name it with them",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FormatterLoop = Create(
        RuleIds.FormatterLoop,
        "Formatters lead to something that can be recorded",
        "The formatter '{0}' records '{1}' as something that consists of '{1}' again; use a record in between, or another type",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor StringKey = Create(
        RuleIds.StringKey,
        "Keys are numbers",
        "'{0}' has text as key, which would need a map; use [Key(int)] or [WireKey(n)]",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ContradictingAttributes = Create(
        RuleIds.ContradictingAttributes,
        "Two attributes for one thing agree",
        "[{1}] and [{2}] of '{0}' say different things; make them equal or remove one",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PeerFormatter = Create(
        RuleIds.PeerFormatter,
        "Formatters of MessagePack-CSharp are not called",
        "'{0}' has a [MessagePackFormatter], which writes bytes that no schema knows; add [Formatter(typeof(...))] with an IFormatter<T, TWire>",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor HiddenMember = Create(
        RuleIds.HiddenMember,
        "Members with data are not hidden",
        "'{0}' hides '{1}', whose value would be lost; rename one, or mark '{1}' with [WireIgnore]",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ObsoleteMember = Create(
        RuleIds.ObsoleteMember,
        "What is recorded is not obsolete as an error",
        "Using '{0}' is an error, so generated code cannot; let [Obsolete] be a warning, or leave it out of what is recorded",
        ShapeCategory,
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor LongShape = Create(
        RuleIds.LongShape,
        "Shapes stay readable",
        "The schema line of '{0}' has more than a million characters, since types are written out wherever '{1}' leads to them; give one of them a formatter, or record its parts as events",
        ShapeCategory,
        DiagnosticSeverity.Error);

    /// <summary>What is wrong with unions, formatters and the attributes of members, in the parser's words and in the user's.</summary>
    public static IReadOnlyDictionary<ShapeProblem, DiagnosticDescriptor> Members { get; } = new Dictionary<ShapeProblem, DiagnosticDescriptor>
    {
        [ShapeProblem.UnionNotAbstract] = UnionNotAbstract,
        [ShapeProblem.DuplicateUnionTag] = DuplicateUnionTag,
        [ShapeProblem.DuplicateUnionCase] = DuplicateUnionCase,
        [ShapeProblem.NotAUnionCase] = NotAUnionCase,
        [ShapeProblem.AbstractUnionCase] = AbstractUnionCase,
        [ShapeProblem.OpenUnionCase] = OpenUnionCase,
        [ShapeProblem.HiddenUnionCase] = HiddenUnionCase,
        [ShapeProblem.MissingUnionCase] = MissingUnionCase,
        [ShapeProblem.AbstractMember] = AbstractMember,
        [ShapeProblem.IgnoredButNeeded] = IgnoredButNeeded,
        [ShapeProblem.IgnoredKey] = IgnoredKey,
        [ShapeProblem.NotAFormatter] = NotAFormatter,
        [ShapeProblem.AmbiguousFormatter] = AmbiguousFormatter,
        [ShapeProblem.HiddenFormatter] = HiddenFormatter,
        [ShapeProblem.OpenFormatter] = OpenFormatter,
        [ShapeProblem.FormatterLoop] = FormatterLoop,
        [ShapeProblem.StringKey] = StringKey,
        [ShapeProblem.ContradictingAttributes] = ContradictingAttributes,
        [ShapeProblem.PeerFormatter] = PeerFormatter,
        [ShapeProblem.HiddenMember] = HiddenMember,
        [ShapeProblem.ObsoleteMember] = ObsoleteMember,
        [ShapeProblem.LongShape] = LongShape,
    };
}
