namespace SocialKpi;

/// <summary>A result that people look at: as text, as Markdown and as an HTML fragment, each the same under every culture.</summary>
internal interface IDisplayed
{
    /// <summary>The result as Markdown.</summary>
    string ToMarkdown();

    /// <summary>The result as a self-contained HTML fragment.</summary>
    string ToHtml();
}
