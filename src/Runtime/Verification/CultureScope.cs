using System.Globalization;

namespace Daybook;

/// <summary>Has the code in between run under a culture, on this flow only.</summary>
internal readonly ref struct CultureScope
{
    private readonly CultureInfo? _culture;
    private readonly CultureInfo? _interface;

    internal CultureScope(CultureInfo? culture)
    {
        if (culture is not null)
        {
            (_culture, _interface) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        }
    }

    public void Dispose()
    {
        if (_culture is not null)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _interface!);
        }
    }
}
