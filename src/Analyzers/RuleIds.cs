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
    public const string NoSchemaFile = "DAY1500";
    public const string UnreadableLine = "DAY1501";
    public const string KeyChanged = "DAY1510";
    public const string MembersReordered = "DAY1511";
    public const string TypeChanged = "DAY1512";
    public const string MadeRequired = "DAY1513";
    public const string AddedWithoutDefault = "DAY1514";
    public const string InsertedMember = "DAY1515";
    public const string MemberRemoved = "DAY1516";
    public const string ConstantChanged = "DAY1517";
    public const string CaseChanged = "DAY1518";
    public const string EventRemoved = "DAY1519";
    public const string EventRenamed = "DAY1520";
    public const string MemberAdded = "DAY1530";
    public const string TypeWidened = "DAY1531";
    public const string Renamed = "DAY1532";
    public const string DefaultChanged = "DAY1533";
    public const string ValueAdded = "DAY1534";
    public const string NotInFile = "DAY1535";
    public const string StateVersionRaised = "DAY1536";
    public const string StateRemoved = "DAY1537";
    public const string WrittenDifferently = "DAY1538";
    public const string ReducersChanged = "DAY1540";

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => $"https://github.com/daybook-net/daybook/blob/main/docs/rules/{id}.md";
}
