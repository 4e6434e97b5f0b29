"""What the encoders say of taught sentences is asked once and kept."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from nlp.listeners import WORD
from nlp.taught_numbers import Numbers, numbers


def test_what_was_asked_is_kept_and_only_new_sentences_are_asked(tmp_path: Path) -> None:
    asked: list[str] = []

    def counted(texts: Sequence[str]) -> list[Numbers]:
        asked.extend(texts)
        dice = [np.random.default_rng(len(text)) for text in texts]
        return [Numbers(one.normal(size=(3, WORD)).astype(np.float16), one.normal(size=4)) for one in dice]

    first = numbers(["Una línea.", "One more.", "Una línea."], tmp_path / "kept", counted)
    again = numbers(["One more.", "New."], tmp_path / "kept", counted)
    assert asked == ["Una línea.", "One more.", "New."]
    assert list(again) == asked
    for text in first:
        assert (first[text].words == again[text].words).all()
        assert (first[text].whole == again[text].whole).all()


def test_a_stop_in_the_midst_of_writing_leaves_what_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    one = [Numbers(np.ones((2, WORD), np.float16), np.ones(4, np.float32))]
    numbers(["A line."], kept, lambda _: one)

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(np, "savez", stopped)
    with pytest.raises(KeyboardInterrupt):
        numbers(["Another."], kept, lambda _: one)
    assert list(numbers(["A line."], kept)) == ["A line."]


@pytest.mark.full
@pytest.mark.skipif(not shutil.which("cc"), reason="needs a C compiler")
def test_processes_that_share_the_work_say_what_the_packages_say() -> None:
    """In a program of its own, for each process begins with the program that asks."""
    program = (
        "from nlp.taught_numbers import ask\n"
        "for one in ask(['She kept our passports.', 'Dia tidak boleh keluar.', '']):\n"
        "    print(*one.words.shape, *one.whole.shape)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=True)
    first, second, none = ([int(size) for size in line.split()] for line in done.stdout.splitlines())
    assert first[0] >= 4
    assert second[0] >= 4
    assert none[0] <= 1
    assert {tuple(one[1:]) for one in (first, second, none)} == {(WORD, 512)}
