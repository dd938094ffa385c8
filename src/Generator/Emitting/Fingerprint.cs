using System.Security.Cryptography;
using System.Text;

namespace Daybook.Generator.Emitting;

/// <summary>The fingerprint of a schema line.</summary>
internal static class Fingerprint
{
    public static ulong Of(string line)
    {
        using SHA256 algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(line));
        ulong fingerprint = 0;
        for (int i = 0; i < sizeof(ulong); i++)
        {
            fingerprint = (fingerprint << 8) | hash[i];
        }

        return fingerprint;
    }
}
