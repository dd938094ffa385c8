namespace Daybook.Tests.Stores.Registry;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("memory:", "memory", "")]
    [InlineData("file:./events", "file", "./events")]
    [InlineData("FILE:/var/lib/a b", "file", "/var/lib/a b")]
    [InlineData("file:C:\\events?readonly=true", "file", "C:\\events")]
    [InlineData("file:./a%3Fb%25%20%C3%A9é😀", "file", "./a?b% éé😀")]
    [InlineData("postgres://user@host/db?x=1", "postgres", "//user@host/db")]
    public void Gives_scheme_and_path(string text, string scheme, string path)
    {
        var connection = ConnectionString.Parse(text);
        Assert.Equal(scheme, connection.Scheme);
        Assert.Equal(path, connection.Path);
        Assert.Equal(text, connection.Text);
    }

    [Fact]
    public void Gives_options_decoded_whatever_their_case()
    {
        var connection = ConnectionString.Parse("x1:?Name=a%26b%3Dc&empty=&plus=1+1&nested=a=b&");
        Assert.Equal("a&b=c", connection.Options["name"]);
        Assert.Equal("", connection.Options["EMPTY"]);
        Assert.Equal("1+1", connection.Options["plus"]);
        Assert.Equal("a=b", connection.Options["nested"]);
        Assert.Equal(4, connection.Options.Count);
    }

    [Theory]
    [InlineData("", "starts with a scheme")]
    [InlineData("./events", "starts with a scheme")]
    [InlineData("C:\\events", "starts with a scheme")]
    [InlineData(":memory:", "starts with a scheme")]
    [InlineData("1file:./events", "starts with a scheme")]
    [InlineData("fi le:./events", "starts with a scheme")]
    [InlineData("file\n:./events", "starts with a scheme")]
    [InlineData("file:./events?readonly", "name and a value")]
    [InlineData("file:./events?=true", "name and a value")]
    [InlineData("file:./events?a=1&A=2", "'A' twice")]
    [InlineData("file:./50%", "write %25")]
    [InlineData("file:./5%0", "write %25")]
    [InlineData("file:./%zz", "write %25")]
    [InlineData("file:./%ff", "no UTF-8")]
    [InlineData("file:x?a=%c3", "option 'a'")]
    public void Says_what_is_wrong(string text, string problem)
    {
        InvalidConnectionStringException exception = Assert.Throws<InvalidConnectionStringException>(() => ConnectionString.Parse(text));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_options_of_a_kind()
    {
        var connection = ConnectionString.Parse("xx:?flag=TRUE&off=false&number=42&time=7.01:02:03&choice=Two");
        Assert.True(connection.GetBoolean("flag"));
        Assert.False(connection.GetBoolean("off"));
        Assert.False(connection.GetBoolean("absent"));
        Assert.Equal(42, connection.GetNumber("number", 1));
        Assert.Equal(1, connection.GetNumber("absent", 1));
        Assert.Equal(new TimeSpan(7, 1, 2, 3), connection.GetTimeSpan("time"));
        Assert.Null(connection.GetTimeSpan("absent"));
        Assert.Equal(2, connection.GetOneOf("choice", 0, ("one", 1), ("two", 2)));
        Assert.Equal(0, connection.GetOneOf("absent", 0, ("one", 1)));
    }

    [Theory]
    [InlineData("flag=yes", "'flag' cannot be 'yes'; it is true or false")]
    [InlineData("number=-1", "'number' cannot be '-1'; it is a whole number")]
    [InlineData("number=1.5", "'number' cannot be '1.5'")]
    [InlineData("number=99999999999", "whole number")]
    [InlineData("time=soon", "7.00:00:00")]
    [InlineData("time=-1.00:00:00", "7.00:00:00")]
    public void Refuses_options_of_another_kind(string option, string problem)
    {
        var connection = ConnectionString.Parse("xx:?" + option);
        InvalidConnectionStringException exception = Assert.Throws<InvalidConnectionStringException>(() =>
        {
            _ = connection.GetBoolean("flag");
            _ = connection.GetNumber("number", 0);
            _ = connection.GetTimeSpan("time");
        });
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }
}
