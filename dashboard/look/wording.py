"""Plain words for the voices in which posts speak."""

from __future__ import annotations

from dashboard.look.speech import later

VOICES = {
    "VOICE_AD": later("advertiser"),
    "VOICE_FIRST_PERSON": later("person concerned"),
    "VOICE_NEWS": later("news"),
    "VOICE_ADVOCACY": later("help or advice page"),
}
