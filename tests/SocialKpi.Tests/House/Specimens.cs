namespace SocialKpi.Tests.House;

/// <summary>One type of every kind, for the tests of the public API writer.</summary>
public static class Specimens
{
    public enum Colour
    {
        Red = 1,
        Green = 2,
    }

    public readonly record struct Point(int X)
    {
        internal int Hidden => X;
    }

    public abstract class Plant<T>(T seed) : IDisposable
    {
        public const string Kingdom = "plants";

        private readonly int hidden = 1;

        public event EventHandler? Grown;

        public required decimal? Height { get; init; }

        protected T Seed { get; private set; } = seed;

        public abstract int Leaves(T of, params string[] notes);

        public virtual void Dispose()
        {
            Grown?.Invoke(this, EventArgs.Empty);
            GC.SuppressFinalize(this);
        }

        public override string ToString() => $"{hidden}";
    }

    internal static class Secret;

    public static class Points
    {
        public static bool TryParse(string text, out Point? point, int depth = 3)
        {
            point = null;
            return text.Length > depth;
        }

        public static IReadOnlyList<T> Twice<T>(T point) => [point, point];
    }
}
