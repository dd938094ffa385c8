using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>A member with its key: the model's part and what the schema needs besides.</summary>
internal sealed record ParsedMember(MemberModel Model, ITypeSymbol Type, string Name, string? SchemaDefault, MemberCandidate Candidate, AttributeData? Formatter);
