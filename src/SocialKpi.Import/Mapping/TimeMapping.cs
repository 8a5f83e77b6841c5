using NodaTime;

namespace SocialKpi.Import;

/// <summary>The time column, its format, and the zone in which its moments fall on days.</summary>
internal sealed record TimeMapping(ColumnName Column, TimeFormat Format, DateTimeZone? Zone);
