using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>How texts are read once for all compilations: <c>CompilationStartAnalysisContext.TryGetValue</c>.</summary>
internal delegate bool TryReadDatabase(SourceText text, SourceTextValueProvider<DatabaseText> reader, out DatabaseText? database);
