"""Repair of texts: what a writer saw comes out, and offsets lead back into the text as it came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import lookalikes
from nlp import text as text_module
from nlp.text import repair


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Ｃａｌｌ ０８５", "Call 085"),
        ("cafÃ© in town", "café in town"),
        ("w\u200bo\u200brk here", "work here"),
        ("\u202etext\u202c turned", "text turned"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("rooms &amp; board", "rooms & board"),
        ("𝐮𝐫𝐠𝐞𝐧𝐭", "urgent"),
        ("a\x00b", "ab"),
        ("Му раssроrt wаs tаkеn", "My passport was taken"),
        ("рassport и деньги", "passport и деньги"),
        ("Он сорвал cop", "Он сорвал cop"),
        ("thεy tοοk my ραssροrt", "thεy took my passport"),
        ("the sign says και and ναός", "the sign says και and ναός"),
        ("نام‌خانوادگی", "نام‌خانوادگی"),
    ],
)
def test_a_broken_text_is_made_whole(broken: str, whole: str) -> None:
    assert repair(broken).text == whole


def test_offsets_lead_back_to_the_characters_they_came_from() -> None:
    came = "Ring cafÃ© Ｄｕｂｌｉｎ now"
    repaired = repair(came)
    start = repaired.text.index("Dublin")
    old_start, old_end = repaired.alignment.back(start, start + 6)
    assert came[old_start:old_end] == "Ｄｕｂｌｉｎ"


@given(st.text(max_size=300))
def test_any_text_is_repaired_and_its_alignment_covers_it(text: str) -> None:
    repaired = repair(text)
    sizes = [piece.new_end - piece.new_start for piece in repaired.alignment.pieces]
    assert sum(sizes) == len(repaired.text)
    for piece in repaired.alignment.pieces:
        if piece.copied:
            old, new = text[piece.old_start : piece.old_end], repaired.text[piece.new_start : piece.new_end]
            assert old.translate(lookalikes._TABLE) == new.translate(lookalikes._TABLE)


@given(st.text(alphabet="abc xyz.\n", max_size=200))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert repair(text).text == text


def test_each_word_that_was_repaired_by_itself_leads_back_to_itself() -> None:
    old = "MapReduce,&nbsp;Hadoop, HDFS,&nbsp;&nbsp;"
    found = repair(old)
    for word in ("MapReduce,", "Hadoop,", "HDFS,"):
        at = found.text.index(word)
        start, end = found.alignment.back(at, at + len(word))
        assert old[start:end] == word


def test_a_line_of_one_broken_word_over_and_over_is_not_compared_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "_one_by_one", lambda _parts, _new: None)
    line = "Ã© " * 130
    found = repair(line)
    assert found.alignment.back(0, len(found.text)) == (0, len(line))
    assert len(found.alignment.pieces) <= 3
