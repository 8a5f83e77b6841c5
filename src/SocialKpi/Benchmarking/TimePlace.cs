namespace SocialKpi;

/// <summary>Where a part of a formula is read, as far as it matters to how long the time is that the figure is of.</summary>
/// <param name="CountsSteps">
/// Whether the period before ends at another moment of a stock: it does where periods of several lengths are compared, and not where one is cut, as a
/// part of a period steps back by all of it.
/// </param>
/// <param name="SeesIntoWindows">Whether what adds up in a window counts, though the window has a length of its own, wherever the cell ends.</param>
internal readonly record struct TimePlace(bool CountsSteps, bool SeesIntoWindows)
{
    /// <summary>Whether it is a window, which is as long whatever the cell is.</summary>
    public bool IsWindow { get; private init; }

    /// <summary>From the start of which longer period it is read; null for the cell's own.</summary>
    public Grain? ToDate { get; private init; }

    /// <summary>When a stock is read: how many cells before the end of the cell, and where it is the start of a longer period, of which.</summary>
    public (int Back, Grain? StartOf) Moment => ((CountsSteps ? Steps : 0) + (IsOpening && ToDate is null ? 1 : 0), IsOpening ? ToDate : null);

    private int Steps { get; init; }

    private bool IsOpening { get; init; }

    /// <summary>Where a context leads from there. The same place some periods earlier is as far from every cell.</summary>
    public TimePlace In(Context context) => context switch
    {
        TrailingContext when !SeesIntoWindows => this with { IsWindow = true, ToDate = null },
        ToDateContext toDate => this with { IsWindow = false, ToDate = toDate.Grain },
        OpeningContext when !IsWindow => this with { IsOpening = true },
        PreviousContext when !IsWindow && !IsOpening && ToDate is null => this with { Steps = Steps + 1 },
        _ => this,
    };
}
