using System.Globalization;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Shape;

/// <summary>The text of constants, on which fingerprints depend.</summary>
public class ConstantTextTests
{
    public static TheoryData<double, string> Doubles => new()
    {
        { 0d, "0d" }, { -0d, "-0d" }, { 1d, "1d" }, { -1.5, "-1.5d" }, { 0.1, "0.1d" }, { 100d, "100d" }, { 0.0001, "0.0001d" }, { 0.00001, "1E-05d" },
        { 1e15, "1000000000000000d" }, { 1e17, "1E+17d" }, { 1e23, "1E+23d" }, { 1e100, "1E+100d" }, { 123456789012345680, "1.2345678901234568E+17d" },
        { 9007199254740993, "9007199254740992d" }, { 0.84551240822557006, "0.8455124082255701d" }, { 0.3, "0.3d" }, { 0.1 + 0.2, "0.30000000000000004d" },
        { double.Epsilon, "5E-324d" }, { 2.2250738585072014E-308, "2.2250738585072014E-308d" }, { 2.2250738585072009E-308, "2.225073858507201E-308d" },
        { double.MaxValue, "1.7976931348623157E+308d" }, { 2.9802322387695312E-08, "2.9802322387695312E-08d" },
        { double.NaN, "double.NaN" }, { double.PositiveInfinity, "double.PositiveInfinity" }, { double.NegativeInfinity, "double.NegativeInfinity" },
    };

    public static TheoryData<float, string> Floats => new()
    {
        { 0f, "0f" }, { -0f, "-0f" }, { 0.1f, "0.1f" }, { 16777216f, "16777216f" }, { 1e10f, "1E+10f" }, { 3.4028235E+38f, "3.4028235E+38f" }, { 425700.125f, "425700.12f" },
        { float.Epsilon, "1E-45f" }, { 1.17549435E-38f, "1.1754944E-38f" }, { 8.5899346E+09f, "8.589935E+09f" },
        { float.NaN, "float.NaN" }, { float.PositiveInfinity, "float.PositiveInfinity" }, { float.NegativeInfinity, "float.NegativeInfinity" },
    };

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Doubles_have_one_text(double number, string text) => Assert.Equal(text, FloatingText.Of(number));

    [Theory]
    [MemberData(nameof(Floats))]
    public void Floats_have_one_text(float number, string text) => Assert.Equal(text, FloatingText.Of(number));

    [Fact]
    public void Every_number_is_read_back_in_the_form_that_the_framework_writes()
    {
        var random = new Random(17);
        for (int i = 0; i < 20_000; i++)
        {
            Check(BitConverter.Int64BitsToDouble(random.NextInt64()));
            Check(BitConverter.Int32BitsToSingle(random.Next()));
            Check(random.Next() / 1000d);
            Check(random.Next() / 8f);
        }

        for (int power = -1074; power < 1024; power++)
        {
            Check(Math.ScaleB(1, power));
            Check(Math.BitIncrement(Math.ScaleB(1, power)));
            Check(Math.BitDecrement(Math.ScaleB(1, power)));
            Check(MathF.ScaleB(1, power / 8));
            Check(MathF.BitDecrement(MathF.ScaleB(1, power / 8)));
        }
    }

    [Fact]
    public void Strings_are_written_as_the_compiler_does_but_for_what_machines_disagree_on()
    {
        for (int code = 0; code <= char.MaxValue; code++)
        {
            char character = (char)code;
            bool isAssigned = CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.OtherNotAssigned;
            Assert.Equal(isAssigned ? SymbolDisplay.FormatLiteral($"a{character}", quote: true) : QuotedText.Of($"a{character}", '"'), QuotedText.Of($"a{character}", '"'));
            Assert.Equal(isAssigned ? SymbolDisplay.FormatLiteral(character, quote: true) : QuotedText.Of($"{character}", '\''), QuotedText.Of($"{character}", '\''));
            Assert.Equal($"a{character}", SyntaxFactory.ParseExpression(QuotedText.Of($"a{character}", '"')).GetFirstToken().Value);
        }

        // Unassigned as far as Unicode 16 goes: it stands as it is, as it will when it is assigned.
        Assert.Equal("\"\u0378\U0001fae9\"", QuotedText.Of("\u0378\U0001fae9", '"'));
        Assert.Equal("\"\\ud83d\\ude00\\ud83d\"".Replace("\\ud83d\\ude00", "\U0001f600", StringComparison.Ordinal), QuotedText.Of("\U0001f600\ud83d", '"'));
    }

    private static void Check(double number)
    {
        if (double.IsFinite(number))
        {
            string text = FloatingText.Of(number)[..^1];
            Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)));
            string theirs = number.ToString("R", CultureInfo.InvariantCulture);
            Assert.True(text == theirs || double.Parse(theirs, CultureInfo.InvariantCulture) != number, text);
        }
    }

    private static void Check(float number)
    {
        if (float.IsFinite(number))
        {
            string text = FloatingText.Of(number)[..^1];
            Assert.Equal(BitConverter.SingleToInt32Bits(number), BitConverter.SingleToInt32Bits(float.Parse(text, CultureInfo.InvariantCulture)));
            string theirs = number.ToString("R", CultureInfo.InvariantCulture);
            Assert.True(text == theirs || float.Parse(theirs, CultureInfo.InvariantCulture) != number, text);
        }
    }
}
