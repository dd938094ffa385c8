namespace Daybook.Generator;

/// <summary>Names of the pipeline's steps, for tests that watch which of them run again.</summary>
internal static class TrackingNames
{
    public const string Events = nameof(Events);
    public const string States = nameof(States);
    public const string Upcasters = nameof(Upcasters);
    public const string Versions = nameof(Versions);
    public const string Recordings = nameof(Recordings);
    public const string VersionedStates = nameof(VersionedStates);
    public const string Collisions = nameof(Collisions);
    public const string Catalog = nameof(Catalog);
    public const string PeerFormatters = nameof(PeerFormatters);
    public const string Resolver = nameof(Resolver);
    public const string ChildFolds = nameof(ChildFolds);
}
