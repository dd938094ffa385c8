using System.Globalization;
using System.Numerics;

namespace Daybook.Generator.Parsing;

/// <summary>
/// Floating-point constants as C# writes them: the fewest digits that are read back as the same number. They stand in schema
/// lines, and a fingerprint must not depend on where the compiler runs. Formatting and parsing do: on the .NET Framework,
/// on which Visual Studio compiles, "R" takes seventeen digits where fewer are enough, sometimes takes too few, and drops the
/// sign of zero; on .NET it takes too few for some powers of two. So the digits are computed here, exactly (Burger and
/// Dybvig, Printing Floating-Point Numbers Quickly and Accurately, 1996), and stand in the form of "R" on .NET.
/// </summary>
internal static class FloatingText
{
    public static string Of(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return double.IsNaN(number) ? "double.NaN" : number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        long bits = BitConverter.DoubleToInt64Bits(number);
        return Write(bits < 0, bits & 0xFFFFFFFFFFFFF, (int)(bits >> 52) & 0x7FF, fractionBits: 52, bias: 1075, maxWhole: 17) + "d";
    }

    public static string Of(float number)
    {
        if (float.IsNaN(number) || float.IsInfinity(number))
        {
            return float.IsNaN(number) ? "float.NaN" : number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

        int bits = BitConverter.ToInt32(BitConverter.GetBytes(number), 0);
        return Write(bits < 0, bits & 0x7FFFFF, (bits >> 23) & 0xFF, fractionBits: 23, bias: 150, maxWhole: 9) + "f";
    }

    private static string Write(bool isNegative, long fraction, int exponent, int fractionBits, int bias, int maxWhole)
    {
        string sign = isNegative ? "-" : "";
        if (fraction == 0 && exponent == 0)
        {
            return sign + "0";
        }

        // Below the smallest normal number the leading bit is no longer implied.
        long mantissa = exponent == 0 ? fraction : fraction | (1L << fractionBits);
        (string digits, int point) = Shortest(mantissa, Math.Max(exponent, 1) - bias, isUneven: fraction == 0 && exponent > 1);
        if (point > Math.Max(maxWhole, digits.Length) || point < -3)
        {
            int power = point - 1;
            string rest = digits.Length > 1 ? "." + digits.Substring(1) : "";
            return $"{sign}{digits[0]}{rest}E{(power < 0 ? "-" : "+")}{Math.Abs(power).ToString("00", CultureInfo.InvariantCulture)}";
        }

        return sign + (point <= 0 ? "0." + new string('0', -point) + digits
            : point >= digits.Length ? digits.PadRight(point, '0')
            : digits.Substring(0, point) + "." + digits.Substring(point));
    }

    /// <summary>The fewest digits of mantissa · 2^exponent, and how many of them stand before the point.</summary>
    private static (string Digits, int Point) Shortest(long mantissa, int exponent, bool isUneven)
    {
        // The number is value/scale; whatever lies within the margins is read back as it. Below a power of two the next number is nearer.
        int shift = isUneven ? 2 : 1;
        BigInteger value = new BigInteger(mantissa) << (Math.Max(exponent, 0) + shift);
        BigInteger scale = BigInteger.One << (Math.Max(-exponent, 0) + shift);
        BigInteger below = BigInteger.One << Math.Max(exponent, 0);
        BigInteger above = below << (shift - 1);

        // Halfway between two numbers the even one is read.
        bool isIncluded = mantissa % 2 == 0;
        int point = 0;
        for (; Reaches(value + above, scale); point++)
        {
            scale *= 10;
        }

        for (; !Reaches((value + above) * 10, scale); point--)
        {
            (value, below, above) = (value * 10, below * 10, above * 10);
        }

        string digits = "";
        while (true)
        {
            (below, above) = (below * 10, above * 10);
            int digit = (int)BigInteger.DivRem(value * 10, scale, out value);
            bool isLow = Reaches(below, value);
            bool isHigh = Reaches(value + above, scale);
            if (isLow || isHigh)
            {
                // In the middle of two the even digit, as .NET does.
                int half = (value * 2).CompareTo(scale);
                bool isUp = isHigh && (!isLow || half > 0 || (half == 0 && digit % 2 == 1));
                return (digits + Digit(isUp ? digit + 1 : digit), point);
            }

            digits += Digit(digit);
        }

        bool Reaches(BigInteger left, BigInteger right) => isIncluded ? left >= right : left > right;
    }

    private static string Digit(int digit) => digit.ToString(CultureInfo.InvariantCulture);
}
