namespace SocialKpi;

/// <content>Plays of videos, from which threshold, and for how long.</content>
public static partial class Measures
{
    /// <summary>Plays or renders, by the rule of the platform: platforms differ in when a play is a view.</summary>
    public static Measure Views { get; } = Measure.Sum("views", Unit.Count);

    /// <summary>How many people viewed one post, however often each. Summed over posts it counts a person once a post: it is a denominator of rates, never an audience.</summary>
    public static Measure UniqueViews { get; } = Measure.Sum("unique_views", Unit.Count);

    /// <summary>Views of people who stayed to watch, where a platform counts them apart (YouTube, since 2025).</summary>
    public static Measure EngagedViews { get; } = Measure.Sum("engaged_views", Unit.Count);

    /// <summary>Plays of two seconds or more.</summary>
    public static Measure TwoSecondViews { get; } = Measure.Sum("two_second_views", Unit.Count);

    /// <summary>Plays of three seconds or more.</summary>
    public static Measure ThreeSecondViews { get; } = Measure.Sum("three_second_views", Unit.Count);

    /// <summary>Plays of six seconds or more.</summary>
    public static Measure SixSecondViews { get; } = Measure.Sum("six_second_views", Unit.Count);

    /// <summary>Plays of fifteen seconds or more.</summary>
    public static Measure FifteenSecondViews { get; } = Measure.Sum("fifteen_second_views", Unit.Count);

    /// <summary>Plays of thirty seconds or more.</summary>
    public static Measure ThirtySecondViews { get; } = Measure.Sum("thirty_second_views", Unit.Count);

    /// <summary>ThruPlays: plays to the end, or of fifteen seconds or more.</summary>
    public static Measure ThruPlays { get; } = Measure.Sum("thruplays", Unit.Count);

    /// <summary>How often a video was started.</summary>
    public static Measure VideoStarts { get; } = Measure.Sum("video_starts", Unit.Count);

    /// <summary>How often a video was watched to its end.</summary>
    public static Measure VideoCompletions { get; } = Measure.Sum("video_completions", Unit.Count);

    /// <summary>How long was watched, of all plays together.</summary>
    public static Measure WatchTime { get; } = Measure.Sum("watch_time", Unit.Duration);

    /// <summary>How long a video is: a row value, weighted by its views.</summary>
    public static Measure VideoDuration { get; } = Measure.Sum("video_duration", Unit.Duration);

    /// <summary>How often the thumbnail of a video was shown. It is not comparable with <see cref="Impressions"/> of posts.</summary>
    public static Measure ThumbnailImpressions { get; } = Measure.Sum("thumbnail_impressions", Unit.Count);

    /// <summary>Views that began at a thumbnail.</summary>
    public static Measure ThumbnailViews { get; } = Measure.Sum("thumbnail_views", Unit.Count);

    private static Measure[] OfVideo =>
    [
        Views, UniqueViews, EngagedViews, TwoSecondViews, ThreeSecondViews, SixSecondViews, FifteenSecondViews, ThirtySecondViews, ThruPlays,
        VideoStarts, VideoCompletions, WatchTime, VideoDuration, ThumbnailImpressions, ThumbnailViews,
    ];
}
