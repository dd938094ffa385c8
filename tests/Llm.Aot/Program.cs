using Llm.Aot;

// Everything about language models and agents as a native program; NativeAotTests publishes and runs it. Each part writes lines of its own.
await ChatPart.RunAsync();
await FailurePart.RunAsync();
await FacadePart.RunAsync();
await StoresPart.RunAsync();
await AgentsPart.RunAsync();
