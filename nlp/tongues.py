"""Where a language is at home: of namesakes a text in Malay rather means the one in Malaysia."""

from __future__ import annotations

from functools import cache

# English is written about everywhere. Babel knows Tagalog by its standard form.
_EVERYWHERE = frozenset({"", "en", "und"})
_BABEL = {"tl": "fil"}


@cache
def countries(language: str) -> frozenset[str]:
    """Countries (ISO-2) where a language (ISO-639-1) is official in fact or law; none for English (CLDR, by Babel)."""
    if language in _EVERYWHERE:
        return frozenset()
    from babel.core import get_global
    from babel.languages import get_official_languages

    wanted = _BABEL.get(language, language)
    lands = get_global("territory_languages")
    return frozenset(land for land in lands if wanted in get_official_languages(land, de_facto=True))
