namespace SocialKpi;

/// <summary>How expected progress runs from start to end.</summary>
public enum ExpectedCurveKind
{
    /// <summary>The same every day.</summary>
    Linear,

    /// <summary>The same rate every day.</summary>
    Compound,

    /// <summary>Straight lines through points.</summary>
    Piecewise,

    /// <summary>By the weights of equal parts.</summary>
    Cumulative,

    /// <summary>Nothing before the deadline.</summary>
    None,
}
