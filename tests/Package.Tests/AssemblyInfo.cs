using Daybook.Tests.Package;

// Builds that start processes of their own: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(PackageFixture))]
