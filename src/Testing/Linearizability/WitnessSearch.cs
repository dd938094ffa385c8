using System.Globalization;
using System.Text;

namespace Daybook.Testing;

/// <summary>
/// Looks for an order of a stream's calls, one after the other, that explains every answer and in which no call comes
/// before one that had been answered when it was made: Wing and Gong's search, with Lowe's memory of where it has been.
/// </summary>
internal sealed class WitnessSearch
{
    private const int Head = 0;
    private const int None = -1;

    // Beyond it memory is short; a history that tangled says nothing.
    private const int MaxPlaces = 5_000_000;

    private readonly StreamCall[] _calls;

    // A doubly linked list of what is left: the calls and their answers by time. Node 0 is its head.
    private readonly (int Call, bool IsReturn)[] _nodes;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _callNodes;
    private readonly int[] _returnNodes;
    private readonly UInt128[] _marks;

    internal WitnessSearch(IReadOnlyList<StreamCall> calls)
    {
        _calls = [.. calls];
        IEnumerable<(long Time, bool IsReturn, int Call)> events = _calls.Select((call, i) => (call.Invoked, false, i))
            .Concat(_calls.Select((call, i) => (call.Returned, true, i)).Where(entry => _calls[entry.i].Answer != StreamAnswer.Unknown));
        // Of the same tick the calls come first: then they were under way together.
        _nodes = [(None, false), .. events.OrderBy(entry => entry.Time).ThenBy(entry => entry.IsReturn).Select(entry => (entry.Call, entry.IsReturn))];
        _next = [.. Enumerable.Range(1, _nodes.Length - 1), None];
        _previous = [None, .. Enumerable.Range(0, _nodes.Length - 1)];
        _callNodes = new int[_calls.Length];
        _returnNodes = new int[_calls.Length];
        Array.Fill(_returnNodes, None);
        for (int node = 1; node < _nodes.Length; node++)
        {
            (_nodes[node].IsReturn ? _returnNodes : _callNodes)[_nodes[node].Call] = node;
        }

        var random = new Random(1);
        _marks = [.. _calls.Select(_ => new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()))];
    }

    /// <summary>Whether the search was given up: the history is too tangled to say anything about it.</summary>
    internal bool IsUndecided { get; private set; }

    /// <summary>Looks.</summary>
    /// <returns>Null when there is such an order or the search was given up, otherwise how far one gets.</returns>
    internal string? FindProblem()
    {
        var path = new Stack<(int Call, StreamModel Before)>();
        var places = new HashSet<(UInt128 Calls, (int Hash, long First, int Count) Model)>();
        StreamModel model = StreamModel.Missing;
        UInt128 mark = 0;
        int answered = _calls.Count(call => call.Answer != StreamAnswer.Unknown);
        long latest = long.MinValue;
        string problem = "";
        int node = _next[Head];
        while (answered > 0)
        {
            (int call, bool isReturn) = _nodes[node];
            if (!isReturn)
            {
                if (model.After(_calls[call]) is { } after && places.Add((mark ^ _marks[call], after.Key)))
                {
                    path.Push((call, model));
                    model = after;
                    mark ^= _marks[call];
                    answered -= _returnNodes[call] == None ? 0 : 1;
                    Take(call);
                    node = _next[Head];
                    if (places.Count > MaxPlaces)
                    {
                        IsUndecided = true;
                        return null;
                    }
                }
                else
                {
                    node = _next[node];
                }

                continue;
            }

            // This call was answered before any other that is left was made, and it does not fit: one before it stands wrong.
            if (_calls[call].Returned > latest)
            {
                latest = _calls[call].Returned;
                problem = Describe(path, model, call);
            }

            if (path.Count == 0)
            {
                return problem;
            }

            (int last, StreamModel before) = path.Pop();
            model = before;
            mark ^= _marks[last];
            answered += _returnNodes[last] == None ? 0 : 1;
            PutBack(last);
            node = _next[_callNodes[last]];
        }

        return null;
    }

    private void Take(int call)
    {
        Unlink(_callNodes[call]);
        if (_returnNodes[call] != None)
        {
            Unlink(_returnNodes[call]);
        }
    }

    private void PutBack(int call)
    {
        if (_returnNodes[call] != None)
        {
            Link(_returnNodes[call]);
        }

        Link(_callNodes[call]);
    }

    private void Unlink(int node)
    {
        _next[_previous[node]] = _next[node];
        if (_next[node] != None)
        {
            _previous[_next[node]] = _previous[node];
        }
    }

    private void Link(int node)
    {
        _next[_previous[node]] = node;
        if (_next[node] != None)
        {
            _previous[_next[node]] = node;
        }
    }

    private string Describe(Stack<(int Call, StreamModel Before)> path, StreamModel model, int stuck)
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"Stream '{_calls[stuck].StreamId}': no order of its calls explains their answers. ");
        _ = text.Append(CultureInfo.InvariantCulture, $"After {path.Count} of {_calls.Length} calls the stream is at version {model.Version}, and this answer does not fit:\n  {_calls[stuck]}\n");
        _ = text.Append("The calls before it:\n");
        foreach ((int call, _) in path.Take(8).Reverse())
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"  {_calls[call]}\n");
        }

        _ = text.Append("Under way at the same time:\n");
        foreach (StreamCall other in _calls.Where(other => other.Invoked <= _calls[stuck].Returned && other.Returned >= _calls[stuck].Invoked && other != _calls[stuck]))
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"  {other}\n");
        }

        return text.ToString();
    }
}
