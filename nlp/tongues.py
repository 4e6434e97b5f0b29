"""What a language knows of places: where it is at home, and its own names for cities elsewhere (CLDR, by Babel)."""

from __future__ import annotations

from functools import cache

from nlp.folding import key

# English is written about everywhere. Babel knows Tagalog by its standard form.
_EVERYWHERE = frozenset({"", "en", "und"})
_BABEL = {"tl": "fil"}


@cache
def countries(language: str) -> frozenset[str]:
    """Countries (ISO-2) where a language (ISO-639-1) is official in fact or law; none for English.

    Of namesakes a text in Malay rather means the one in Malaysia."""
    if language in _EVERYWHERE:
        return frozenset()
    from babel.core import get_global
    from babel.languages import get_official_languages

    wanted = _BABEL.get(language, language)
    lands = get_global("territory_languages")
    return frozenset(land for land in lands if wanted in get_official_languages(land, de_facto=True))


@cache
def cities(language: str) -> frozenset[str]:
    """Folded names that a language has for cities of the world, those that lend time zones their names: "bruxelles"."""
    if language in _EVERYWHERE:
        return frozenset()
    from babel.core import Locale, UnknownLocaleError

    try:
        zones = Locale(_BABEL.get(language, language)).time_zones
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(key(zone["city"]) for zone in zones.values() if "city" in zone)
