using System.Reflection;
using Daybook.CodeFixes;
using Daybook.Compiler.Tests.Fixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>Every fix has decided what fixing all of it means, and has tests that hold it to that.</summary>
public class FixCoverageTests
{
    private static readonly Type[] Fixes =
    [
        .. typeof(MakeDeclarationPartialFix).Assembly.GetTypes().Where(type => typeof(CodeFixProvider).IsAssignableFrom(type) && !type.IsAbstract),
    ];

    [Fact]
    public void Fixes_of_all_there_is_are_tested_in_every_scope() => Assert.Equal(Names(Fixes.Where(HasFixAll)), Names(TestedBy(typeof(FixAllTests<,>), argument: 1)));

    [Fact]
    public void Fixes_of_one_at_a_time_are_tested_to_be_that() => Assert.Equal(Names(Fixes.Where(fix => !HasFixAll(fix))), Names(TestedBy(typeof(SingleFixTests<>), argument: 0)));

    [Fact]
    public void Editors_find_every_fix() => Assert.All(Fixes, fix => Assert.NotNull(fix.GetCustomAttribute<ExportCodeFixProviderAttribute>()));

    private static bool HasFixAll(Type fix) => ((CodeFixProvider)Activator.CreateInstance(fix)!).GetFixAllProvider() is not null;

    private static IEnumerable<Type> TestedBy(Type tests, int argument) => typeof(FixCoverageTests).Assembly.GetTypes()
        .Where(type => type.BaseType is { IsGenericType: true } link && link.GetGenericTypeDefinition() == tests)
        .Select(type => type.BaseType!.GenericTypeArguments[argument]);

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
