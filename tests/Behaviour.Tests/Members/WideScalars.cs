using System.Numerics;
using System.Text;

namespace Daybook.Behaviour.Tests.Members;

/// <summary>The scalars that few events have.</summary>
[Event("members.wide-scalars")]
public partial record WideScalars(Half Half, Int128 Int128, UInt128 UInt128, BigInteger Big, Rune Rune, Index Index, Complex Complex, Range Range, Dictionary<string, Rune> Map);
