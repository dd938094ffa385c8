using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes;

/// <summary>What a type wants to have in another one: its case in a union, its reducer in a state.</summary>
/// <param name="Type">The type.</param>
/// <param name="Place">The part of the other one that gets it.</param>
/// <param name="Title">What adding it is called.</param>
/// <param name="Key">What those have in common that are added together.</param>
internal sealed record Entry(INamedTypeSymbol Type, TypeDeclarationSyntax Place, string Title, string Key);
