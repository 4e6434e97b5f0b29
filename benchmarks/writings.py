"""Ways in which people write a text, to please, in haste or to slip past a reader; each takes a text and dice."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from random import Random

type Way = Callable[[str, Random], str]

_CYRILLIC = str.maketrans("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ")
_GREEK = str.maketrans("aioukvpxABEHIKMNOPTXYZ", "αιουκνρχΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")
_LEET = str.maketrans("aeiostAEIOST", "431057431057")
_EMOJI = ["😭", "🙏", "💔", "✨", "🔥", "😡", "👉", "💰"]
_LONG = re.compile(r"[^\W\d_]{5,}")
_SANS, _FULL, _UNSEEN = 0x1D5D4, 0xFEE0, "\u200b"


def _some(change: Way, one_in: int) -> Way:
    """The change in one of so many words of five letters and more."""

    def way(text: str, dice: Random) -> str:
        return _LONG.sub(lambda word: change(word[0], dice) if dice.randrange(one_in) == 0 else word[0], text)

    return way


def _letters(table: dict[int, int]) -> Way:
    """Every other letter of the table as what it stands for."""
    return lambda text, dice: "".join(one.translate(table) if dice.random() < 0.5 else one for one in text)


def _exchanged(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _dropped(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def _doubled(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + word[at - 1] + word[at:]


def _titled(text: str, _: Random) -> str:
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda word: word[0][0].upper() + word[0][1:], text)


def _styled(text: str, _: Random) -> str:
    def bold(letter: str) -> str:
        plain = letter.isascii() and letter.isalpha()
        return chr(_SANS + ord(letter.upper()) - ord("A") + 26 * letter.islower()) if plain else letter

    return "".join(map(bold, text))


def _full_width(text: str, _: Random) -> str:
    return "".join(chr(ord(one) + _FULL) if "!" <= one <= "~" else one for one in text)


def _bare(text: str, _: Random) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


def _emoji(text: str, dice: Random) -> str:
    return "".join(f"{one}{dice.choice(_EMOJI)} " if one == " " and dice.random() < 0.3 else one for one in text)


def _entities(text: str, _: Random) -> str:
    return html.escape(text).encode("ascii", "xmlcharrefreplace").decode()


def _mojibake(text: str, _: Random) -> str:
    curly = text.replace("'", "’")
    return "".join(bytes((one,)).decode("cp1252", "ignore") or chr(one) for one in curly.encode())


WAYS: dict[str, Way] = {
    "as written": lambda text, _: text,
    "capitals": lambda text, _: text.upper(),
    "a capital on every word": _titled,
    "small letters": lambda text, _: text.lower(),
    "no punctuation": lambda text, _: re.sub(r"[^\w\s]", "", text),
    "no spaces after commas and stops": lambda text, _: re.sub(r"(?<=[,.;:!?]) ", "", text),
    "dots for commas": lambda text, _: text.replace(",", "..."),
    "without accents": _bare,
    "styled letters": _styled,
    "full-width letters": _full_width,
    "zero-width marks": lambda text, _: _UNSEEN.join(text),
    "Cyrillic look-alikes": _letters(_CYRILLIC),
    "Greek look-alikes": _letters(_GREEK),
    "letters exchanged, one long word in four": _some(_exchanged, 4),
    "a letter left out, one long word in four": _some(_dropped, 4),
    "a letter doubled, one long word in four": _some(_doubled, 4),
    "digits for letters, one long word in three": _some(lambda word, _: word.translate(_LEET), 3),
    "digits for letters, all long words": _some(lambda word, _: word.translate(_LEET), 1),
    "letters parted by blanks, one long word in four": _some(lambda word, _: " ".join(word), 4),
    "letters parted by dots, one long word in four": _some(lambda word, _: ".".join(word), 4),
    "asterisks for vowels, one long word in three": _some(lambda word, _: word[0] + _starred(word[1:]), 3),
    "asterisks for all but the ends, one long word in six": _some(
        lambda word, _: word[0] + "*" * (len(word) - 2) + word[-1], 6
    ),
    "hashtags, one long word in three": _some(lambda word, _: f"#{word}", 3),
    "emoji between words": _emoji,
    "a line a sentence": lambda text, _: re.sub(r"(?<=[.!?]) ", "\n", text),
    "a line a clause": lambda text, _: re.sub(r"(?<=[,.;:!?]) ", "\n", text),
    "an exclamation mark for each stop": lambda text, _: re.sub(r"[.](?=\s|$)", "!", text),
    "three marks for one": lambda text, _: re.sub(r"[.!?]+(?=\s|$)", "!!!", text),
    "HTML entities left": _entities,
    "mojibake": _mojibake,
}


def _starred(text: str) -> str:
    return re.sub("[aeiou]", "*", text)


def written(text: str, way: str, seed: int) -> str:
    """A text written in a way; the same for the same seed, whatever was written before."""
    return WAYS[way](text, Random(f"{seed} {way} {text}"))
