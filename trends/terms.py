"""Rising terms: words that the posts of a spike bear more often than other posts of the same place just before.

One vote a group, so that a text posted a hundred times says its words once. Fisher's exact test, one-sided (the upper
tail of the hypergeometric distribution), at 5 % over all words tried (Bonferroni).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from scipy.stats import hypergeom

from core.records import Contribution
from privacy.tokens import TOKEN

SHOWN = 8
LEAST_GROUPS = 3  # a word that only one or two groups use may be a name that redaction missed
_LEVEL = 0.05  # chance of one word wrongly told, over all tried
_WORD = re.compile(r"[^\W\d_]{3,30}")

type Text = tuple[str, str]  # the group a post belongs to, and its redacted text


def rising(now: Iterable[Text], before: Iterable[Text]) -> tuple[Contribution, ...]:
    """The surest rising words, at most eight; `expected`: groups had the word been as common as before.

    Groups of `now` are left out of `before`. Empty where either side has no posts.
    """
    these = _words_of(now)
    those = {group: words for group, words in _words_of(before).items() if group not in these}
    if not these or not those:
        return ()
    tally, usual = _tally(these), _tally(those)
    tried = [word for word, groups in tally.items() if groups >= LEAST_GROUPS]
    everyone = len(these) + len(those)
    chance = {
        word: float(hypergeom.sf(tally[word] - 1, everyone, tally[word] + usual[word], len(these))) for word in tried
    }
    sure = sorted((p, word) for word, p in chance.items() if p < _LEVEL / len(tried))
    share = len(these) / len(those)
    return tuple(Contribution("term", word, tally[word], usual[word] * share) for _, word in sure[:SHOWN])


def _words_of(texts: Iterable[Text]) -> Mapping[str, set[str]]:
    words: defaultdict[str, set[str]] = defaultdict(set)
    for group, text in texts:
        words[group].update(match[0] for match in _WORD.finditer(TOKEN.sub(" ", text).casefold()))
    return words


def _tally(groups: Mapping[str, set[str]]) -> Counter[str]:
    return Counter(word for words in groups.values() for word in words)
