namespace Daybook.Compiler.Tests.Determinism;

public class ExceptionTests
{
    [Theory]
    [InlineData("try { return this; } catch (InvalidOperationException problem) { return this with { Text = {|DAY2200i:problem.Message|} }; }")]
    [InlineData("try { return this; } catch (InvalidOperationException problem) { return this with { Text = {|DAY2200:problem.StackTrace|}!, Number = {|DAY2200i:problem.HResult|} }; }")]
    [InlineData("try { return this; } catch (Exception problem) { return this with { Text = {|DAY2200:problem.ToString()|} }; }")]
    [InlineData("try { return this; } catch (Exception problem) { return this with { Text = $\"{{|DAY2200:problem|}}\" + {|DAY2200:problem|} }; }")]
    [InlineData("try { return this; } catch ({|DAY2200:TimeoutException|}) { return this with { Number = 1 }; }")]
    [InlineData("try { return this; } catch ({|DAY2200:OperationCanceledException|} problem) when (problem.InnerException is null) { return this with { Number = 1 }; }")]
    [InlineData("try { return this; } catch ({|DAY2200:OutOfMemoryException|}) { if (Number > 1) { return this; } throw; }")]
    [InlineData("try { return this; } catch ({|DAY2200:System.Threading.Tasks.TaskCanceledException|}) { return this; }")]
    [InlineData("try { return this; } catch ({|DAY2200:InsufficientExecutionStackException|}) { return this; }")]
    [InlineData("return this with { Text = {|DAY2200i:Helper.Tell(new InvalidOperationException())|} };", "static class Helper { public static string Tell(Exception problem) => problem.Message; }")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("if (e.Number < 0) { throw new InvalidOperationException(\"x\"); } return this;")]
    [InlineData("ArgumentNullException.ThrowIfNull(e); return this;")]
    [InlineData("return e.Number switch { 1 => this, _ => throw new System.Diagnostics.UnreachableException() };")]
    [InlineData("try { return this; } catch (InvalidOperationException problem) { throw new InvalidOperationException(problem.Message, problem); }")]
    [InlineData("try { return this; } catch (FormatException) { return this with { Number = 1 }; }")]
    [InlineData("try { return this; } catch (TimeoutException) { throw; }")]
    [InlineData("try { return this; } catch (OutOfMemoryException problem) { throw new InvalidOperationException(\"x\", problem); }")]
    [InlineData("try { return this; } catch (Refused problem) { return this with { Text = problem.Message }; }", "class Refused : Exception { public override string Message => \"refused\"; }")]
    [InlineData("return this with { Text = new Letter().Message };", "class Letter { public string Message => \"x\"; }")]
    public async Task Is_not_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
