namespace SocialKpi;

/// <summary>Something that a scan works out anew for every block of rows, from the columns or from steps before it. It belongs to one thread.</summary>
internal abstract class BlockStep
{
    public abstract void Read(RowBlock block);
}
