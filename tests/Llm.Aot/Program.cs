using Llm.Aot;

// Everything about language models as a native program; NativeAotTests publishes and runs it. Each part writes lines of its own.
await ChatPart.RunAsync();
