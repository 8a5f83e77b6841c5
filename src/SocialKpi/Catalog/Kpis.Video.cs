using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>Whether videos and stories were watched, and for how long.</content>
public static partial class Kpis
{
    private const string ThresholdDispute = "From which second a play counts differs by platform; this variant names it.";
    private const string CompletionDispute = "Others divide by starts, impressions or views.";

    /// <summary>Views ÷ impressions.</summary>
    public static Kpi VideoViewRate { get; } = ViewRate("video_view_rate", Views, "View rate", "Views, by the rule of the platform, per impression.");

    /// <summary>Plays of two seconds ÷ impressions.</summary>
    public static Kpi TwoSecondViewRate { get; } = ViewRate("video_view_rate.two_seconds", TwoSecondViews, "View rate, 2 seconds", "Plays of two seconds or more per impression.");

    /// <summary>Plays of three seconds ÷ impressions.</summary>
    public static Kpi HookRate { get; } = ViewRate("hook_rate", ThreeSecondViews, "Hook rate", "Plays of three seconds or more per impression.", source: "Trade usage without a known author; plays of three seconds are those of Meta");

    /// <summary>Plays of six seconds ÷ impressions.</summary>
    public static Kpi SixSecondViewRate { get; } = ViewRate("video_view_rate.six_seconds", SixSecondViews, "View rate, 6 seconds", "Plays of six seconds or more per impression.");

    /// <summary>Plays of fifteen seconds ÷ impressions.</summary>
    public static Kpi FifteenSecondViewRate { get; } = ViewRate("video_view_rate.fifteen_seconds", FifteenSecondViews, "View rate, 15 seconds", "Plays of fifteen seconds or more per impression.");

    /// <summary>ThruPlays ÷ impressions.</summary>
    public static Kpi ThruPlayRate { get; } = ViewRate("video_view_rate.thruplays", ThruPlays, "ThruPlay rate", "Plays to the end, or of fifteen seconds or more, per impression.", source: "Meta: ThruPlays; Coco and Lowe: view rates");

    /// <summary>Plays of thirty seconds ÷ impressions.</summary>
    public static Kpi ThirtySecondViewRate { get; } = ViewRate("video_view_rate.thirty_seconds", ThirtySecondViews, "View rate, 30 seconds", "Plays of thirty seconds or more per impression.");

    /// <summary>ThruPlays ÷ plays of three seconds.</summary>
    public static Kpi HoldRate { get; } = Rate(
        "hold_rate", ThruPlays / ThreeSecondViews, "Hold rate", "Of those who watched three seconds, who stayed to the end or for fifteen seconds.", "video", "Trade usage without a known author; both plays are those of Meta", [ThresholdDispute]);

    /// <summary>Completions ÷ starts.</summary>
    public static Kpi VideoCompletionRate { get; } = Rate(
        "video_completion_rate.by_starts", VideoCompletions / VideoStarts, "Completion rate", "Videos watched to the end per video started.", "video", "Majority Strategies, Bidscube: completions of those started", [CompletionDispute]);

    /// <summary>Completions ÷ impressions.</summary>
    public static Kpi VideoCompletionRateByImpressions { get; } = Rate(
        "video_completion_rate.by_impressions", VideoCompletions / Impressions, "Completion rate by impressions", "Videos watched to the end per impression.", "video", "Mediadrive: completions by impressions", [CompletionDispute]);

    /// <summary>Completions ÷ views.</summary>
    public static Kpi VideoCompletionRateByViews { get; } = Rate(
        "video_completion_rate.by_views", VideoCompletions / Views, "Completion rate by views", "Videos watched to the end per view.", "video", "Bidscube and others on VCR: completions by views", [CompletionDispute]);

    /// <summary>How long was watched in all.</summary>
    public static Kpi TotalWatchTime { get; } = Define(
        "watch_time", WatchTime, Unit.Duration, Direction.HigherIsBetter, "Watch time", "How long was watched, of all plays together.", "video", KpiTier.Activity,
        "Watch time of YouTube, X and TikTok exports", ["Exports write hours, seconds or milliseconds; here it is a duration."]);

    /// <summary>Watch time ÷ views.</summary>
    public static Kpi AverageViewDuration { get; } = ViewDuration("average_view_duration", Views, "Average view duration", "How long a view lasts.");

    /// <summary>Watch time ÷ engaged views.</summary>
    public static Kpi AverageViewDurationByEngagedViews { get; } = ViewDuration("average_view_duration.by_engaged_views", EngagedViews, "Average view duration, engaged views", "How long a view lasts, of people who stayed to watch.");

    /// <summary>Watch time ÷ what it would be if every view were complete: each video weighs as much as its views last.</summary>
    public static Kpi AveragePercentageViewed { get; } = Rate(
        "average_percentage_viewed", WatchTime / Measure.Sum("full_watch_time", Unit.Duration, of: Views * VideoDuration), "Average percentage viewed",
        "How much of a video a view lasts; loops can pass 100 %.", "video", "YouTube: average percentage viewed",
        ["Over several videos this is watch time ÷ the time all views would last in full, so long videos weigh more; the mean of the percentages weighted by views differs: average_percentage_viewed.mean_by_views."]);

    /// <summary>The mean of each video's watch time ÷ (views × duration), weighted by its views: every view counts the same, however long the video.</summary>
    public static Kpi MeanPercentageViewedByViews { get; } = Rate(
        "average_percentage_viewed.mean_by_views", Measure.Sum("whole_plays", Unit.Number, of: WatchTime / VideoDuration) / Views, "Average percentage viewed, weighted by views",
        "The mean of the percentages viewed of each video, weighted by its views; loops can pass 100 %.", "video", "YouTube: average percentage viewed of a video, weighted by its views over several",
        ["Others divide all watch time by the time all views would last in full, so long videos weigh more: average_percentage_viewed."]);

    /// <summary>How often a story was left.</summary>
    public static Kpi StoryExitCount { get; } = Total("story_exits", StoryExits, "Story exits", "How often a story was left.", "video", direction: Direction.LowerIsBetter, source: "Buffer: story exits");

    /// <summary>Taps within a story.</summary>
    public static Kpi StoryTapCount { get; } = Total("story_taps", StoryTaps, "Story taps", "Taps forward and back within a story.", "video", direction: Direction.Neutral, source: "Buffer: story taps");

    /// <summary>Replies to a story.</summary>
    public static Kpi StoryReplyCount { get; } = Total("story_replies", StoryReplies, "Story replies", "Replies to a story.", "video", disputes: ["Platforms report none for users in the European Economic Area."], source: "Buffer: story replies");

    /// <summary>1 − exits ÷ impressions.</summary>
    public static Kpi StoryCompletionRate { get; } = Rate(
        "story_completion_rate", 1 - (StoryExits / Impressions), "Story completion", "Impressions of a story after which it was not left.", "video", "Buffer: 1 − exits ÷ impressions");

    private static Kpi[] OfVideo =>
    [
        VideoViewRate, TwoSecondViewRate, HookRate, SixSecondViewRate, FifteenSecondViewRate, ThruPlayRate, ThirtySecondViewRate, HoldRate,
        VideoCompletionRate, VideoCompletionRateByImpressions, VideoCompletionRateByViews, TotalWatchTime, AverageViewDuration,
        AverageViewDurationByEngagedViews, AveragePercentageViewed, MeanPercentageViewedByViews, StoryExitCount, StoryTapCount, StoryReplyCount, StoryCompletionRate,
    ];

    private static Kpi ViewRate(string id, Measure views, string label, string description, string? source = null) =>
        Rate(id, views / Impressions, label, description, "video", source ?? "Coco and Lowe: views by impressions, from several thresholds", [ThresholdDispute]);

    private static Kpi ViewDuration(string id, Measure views, string label, string description) => Define(
        id, WatchTime / views, Unit.Duration, Direction.HigherIsBetter, label, description, "video", KpiTier.Outcome,
        "YouTube: watch time ÷ views", ["YouTube cuts it to whole seconds, and divides Shorts by engaged views since 2025."]);
}
