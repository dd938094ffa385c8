using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>What a body does that matters to a replay, and what it calls: all that is kept of it.</summary>
/// <param name="symbol">The method, lambda or local function; the field or property of an initializer.</param>
/// <param name="outer">The body that it is written in; null for members.</param>
internal sealed class BodyFacts(ISymbol symbol, BodyFacts? outer)
{
    private readonly List<(int Slot, Effect Effect)> _effects = [];
    private readonly List<Call> _calls = [];
    private readonly List<(int Slot, int As)> _returns = [];
    private ILookup<int, Call>? _callsFrom;
    private List<IParameterSymbol>? _captures;
    private readonly List<(ISymbol Member, Effect Effect)> _changes = [];

    public ISymbol Symbol { get; } = symbol;

    public BodyFacts? Outer { get; } = outer;

    /// <summary>The body of the member around it.</summary>
    public BodyFacts Member => Outer?.Member ?? this;

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<(int Slot, Effect Effect)> Effects => _effects;

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Call> Calls => _calls;

    /// <summary>Those of one slot; to be asked for once the body has been read.</summary>
    public IEnumerable<Call> CallsFrom(int slot) => (_callsFrom ??= _calls.ToLookup(call => call.From))[slot];

    /// <summary>Which slots' objects the member gives back, and whether as its result or inside of it.</summary>
    public IReadOnlyList<(int Slot, int As)> Returns => _returns;

    /// <summary>The parameters of the primary constructor that it uses, and that the object therefore keeps.</summary>
    public IReadOnlyList<IParameterSymbol> Captures => _captures ?? [];

    /// <summary>What it does to the contents of static members.</summary>
    public IReadOnlyList<(ISymbol Member, Effect Effect)> Changes => _changes;

    /// <summary>Whether this is a constructor that calls another one of its type, which then runs the initializers.</summary>
    public bool IsChained { get; set; }

    public void Add(Effect effect) => Add(Slot.Run, effect);

    public void Add(int slot, Effect effect) => _effects.Add((slot, effect));

    public void Add(Call call) => _calls.Add(call);

    public void AddCapture(IParameterSymbol parameter) => (_captures ??= []).Add(parameter);

    public void AddReturn(int slot, int returned) => _returns.Add((slot, returned));

    public void AddChange(ISymbol member, Effect effect) => _changes.Add((member, effect));
}
