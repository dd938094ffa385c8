// The floor for the size and the start of a native program.
Console.WriteLine("55 after 10 events");
