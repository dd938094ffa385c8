namespace Daybook.Analyzers;

/// <summary>The ids of all rules.</summary>
internal static class RuleIds
{
    public const string NotPartial = "DAY1000";
    public const string ContainingTypeNotPartial = "DAY1001";
    public const string NotARecord = "DAY1002";
    public const string Generic = "DAY1003";
    public const string CannotBeNamed = "DAY1004";
    public const string Abstract = "DAY1005";
    public const string BadName = "DAY1006";
    public const string BadVersion = "DAY1007";
    public const string EventAndState = "DAY1008";
    public const string InheritsFromEvent = "DAY1009";
    public const string DuplicateEventName = "DAY1010";
    public const string DuplicateKey = "DAY1100";
    public const string MissingKey = "DAY1101";
    public const string KeyOutOfRange = "DAY1102";
    public const string UnsupportedType = "DAY1103";
    public const string CannotBeSet = "DAY1104";
    public const string NoConstructor = "DAY1105";
    public const string UnionNotAbstract = "DAY1106";
    public const string DuplicateUnionTag = "DAY1107";
    public const string DuplicateUnionCase = "DAY1108";
    public const string NotAUnionCase = "DAY1109";
    public const string AbstractUnionCase = "DAY1110";
    public const string OpenUnionCase = "DAY1111";
    public const string HiddenUnionCase = "DAY1112";
    public const string MissingUnionCase = "DAY1113";
    public const string AbstractMember = "DAY1114";
    public const string IgnoredButNeeded = "DAY1115";
    public const string IgnoredKey = "DAY1116";
    public const string NotAFormatter = "DAY1117";
    public const string AmbiguousFormatter = "DAY1118";
    public const string HiddenFormatter = "DAY1119";
    public const string OpenFormatter = "DAY1120";
    public const string FormatterLoop = "DAY1121";
    public const string StringKey = "DAY1122";
    public const string ContradictingAttributes = "DAY1123";
    public const string PeerFormatter = "DAY1124";
    public const string HiddenMember = "DAY1125";
    public const string DuplicateReducer = "DAY1200";
    public const string ReducerSignature = "DAY1201";
    public const string ReducerOutsideState = "DAY1202";
    public const string ReducerWithoutEvent = "DAY1203";
    public const string MissingInitial = "DAY1204";
    public const string WrongInitial = "DAY1205";
    public const string NoEvents = "DAY1206";
    public const string DuplicateRecorderName = "DAY1207";
    public const string ReservedMemberName = "DAY1208";
    public const string EventLessAccessible = "DAY1209";
    public const string NotAnEvent = "DAY1210";
    public const string BadRecorderName = "DAY1211";
    public const string CasterNotStatic = "DAY1300";
    public const string UpcasterSignature = "DAY1301";
    public const string DowncasterSignature = "DAY1302";
    public const string CasterNotAccessible = "DAY1303";
    public const string CasterAcrossAssemblies = "DAY1304";
    public const string DuplicateCaster = "DAY1305";
    public const string UpcasterCycle = "DAY1306";
    public const string VersionNotRising = "DAY1307";
    public const string OlderLessAccessible = "DAY1308";
    public const string VersionLeadsNowhere = "DAY1309";
    public const string VersionMissing = "DAY1310";
    public const string FirstVersionMissing = "DAY1311";
    public const string BadFormerName = "DAY1312";
    public const string FormerNameClash = "DAY1313";
    public const string BadWriteVersion = "DAY1314";
    public const string WriteVersionUnknown = "DAY1315";
    public const string NoDowncaster = "DAY1316";
    public const string TakesUpcastEvent = "DAY1317";
    public const string MissesUpcastEvent = "DAY1318";

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => $"https://github.com/daybook-net/daybook/blob/main/docs/rules/{id}.md";
}
