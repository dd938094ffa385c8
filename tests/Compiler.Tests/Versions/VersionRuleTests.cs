using Daybook.Analyzers.Shape;
using Daybook.Analyzers.Versions;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Versions;

public class VersionRuleTests
{
    private const string Up = "static class C { [Upcaster] internal static X Up(X1 e) => new(1, 2m); } ";

    [Theory]
    [InlineData("[Event(\"x\")] public partial record {|DAY1309:X1|}(int N); [Event(\"x\", Version = 2)] public partial record X(int N);")]
    [InlineData("[Event(\"x\")] public partial record X1(int N); [Event(\"x\", {|DAY1310:Version = 3|})] public partial record X(int N, decimal M); " + Up)]
    [InlineData("[Event(\"x\", {|DAY1311:Version = 2|})] public partial record X(int N);")]
    [InlineData("[Event(\"x\", {|DAY1311:Version = 2|})] public partial record X1(int N); [Event(\"x\", {|DAY1310:Version = 4|})] public partial record X(int N, decimal M); " + Up)]
    [InlineData("[Event(\"x\", {|DAY1313:FormerNames = [\"y\"]|})] public partial record X; [Event(\"y\")] public partial record Y;")]
    [InlineData("[Event(\"x\", FormerNames = [\"z\"])] public partial record X; [Event(\"y\", {|DAY1313:FormerNames = [\"z\"]|})] public partial record Y;")]
    [InlineData("[Event(\"x\", {|DAY1311:Version = 2|}, {|DAY1315:WriteVersion = 1|})] public partial record X;")]
    [InlineData("[Event(\"x\")] public partial record X1(string N); [Event(\"x\", Version = 2, {|DAY1316:WriteVersion = 1|})] public partial record X(int N, decimal M); " + Up)]
    [InlineData("[Event(\"x\")] public partial record X1(int N, int O); [Event(\"x\", Version = 2, {|DAY1316:WriteVersion = 1|})] public partial record X(int N, decimal M); " + Up)]
    public Task Versions_lead_up_to_the_newest(string markup) => Verifier.VerifyAsync<EventVersionAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"x\")] public partial record X1(int N); [Event(\"x\", Version = 2)] public partial record X(int N, decimal M); " + Up)]
    [InlineData("[Event(\"x\")] public partial record X1(int N); [Event(\"x\", Version = 2, WriteVersion = 1)] public partial record X(int N, decimal M); " + Up)]
    [InlineData("[Event(\"x\")] public partial record X1(string S); [Event(\"x\", Version = 2, WriteVersion = 1)] public partial record X(int N, decimal M); static class D { [Downcaster] internal static X1 Down(X e) => new(\"\"); } " + Up)]
    [InlineData("[Event(\"x\", FormerNames = [\"y\", \"z\"])] public partial record X1(int N); [Event(\"x\", Version = 2, FormerNames = [\"y\"])] public partial record X(int N, decimal M); " + Up)]
    public async Task Accepts(string markup)
    {
        await Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);
        await Verifier.VerifyAsync<EventVersionAnalyzer>(markup);
    }

    [Theory]
    [InlineData("[Event(\"x\", {|DAY1312:FormerNames = [\"x\"]|})] public partial record X;")]
    [InlineData("[Event(\"x\", {|DAY1312:FormerNames = [\"a b\"]|})] public partial record X;")]
    [InlineData("[Event(\"x\", {|DAY1312:FormerNames = [\"y\", \"y\"]|})] public partial record X;")]
    [InlineData("[Event(\"x\", Version = 2, {|DAY1314:WriteVersion = 2|})] public partial record X;")]
    [InlineData("[Event(\"x\", {|DAY1314:WriteVersion = -1|}, {|DAY1007:Version = 0|})] public partial record X;")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);
}
