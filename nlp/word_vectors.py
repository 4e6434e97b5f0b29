"""The first layers of a recogniser, reckoned once for each different word of a batch: three in four words come again.

What spaCy puts in front of its window over neighbours (hashed embeddings, static vectors, one layer that mixes them)
hangs on a word's own form alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

_ODD = np.uint64(0x9E3779B97F4A7C15)


def once_a_word(recogniser: Any) -> bool:
    """Put the quicker layer into a recogniser that has the usual ones; whether it has. Another one is left as it is."""
    for parent in list(recogniser.walk()):
        for at, layer in enumerate(parent.layers):
            if parts := _parts(layer):
                parent.layers[at] = Model("once_a_word", _forward, attrs={"parts": parts})
                return True
    return False


def _parts(layer: Any) -> tuple[Any, Any, Any, Any] | None:
    """Reader of the words' forms, embeddings, static vectors and mixing layer, where a layer is made of just these."""
    names = [[part.name for part in one.layers] for one in (layer, *layer.layers[:1], *layer.layers[:1][:1])]
    if not (len(layer.layers) == 3 and names[0][2] == "ragged2list" and names[1][1:] == ["static_vectors"]):
        return None
    forms, vectors = layer.layers[0].layers
    if [part.name for part in forms.layers[:2]] != ["extract_features", "list2ragged"]:
        return None
    return forms.layers[0], forms.layers[2], vectors, layer.layers[1]


def _forward(model: Any, docs: list[Any], is_train: bool) -> tuple[list[Any], Any]:  # noqa: ARG001 - thinc's form
    read, embed, vectors, mix = model.attrs["parts"]
    told = [doc for doc in docs if len(doc)]
    forms = np.concatenate([np.asarray(form).reshape(len(form), -1) for form in read.predict(told)])
    words = np.concatenate([doc.to_array("ORTH") for doc in told])
    _, first, again = np.unique(_mixed(np.column_stack([forms, words])), return_index=True, return_inverse=True)
    own = np.hstack([embed.predict(forms[first]), _static(docs[0].vocab.vectors, words[first], vectors)])
    found = mix.predict(own)[again]
    ends = np.cumsum([0, *map(len, docs)])
    return [found[start:end] for start, end in pairwise(ends)], lambda _: []


def _static(table: Any, words: NDArray[np.uint64], layer: Any) -> NDArray[np.float32]:
    rows = table.find(keys=words)
    known = table.data[rows]
    known[rows < 0] = 0
    found: NDArray[np.float32] = layer.ops.gemm(layer.ops.as_contig(known), layer.get_param("W"), trans2=True)
    return found


def _mixed(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each row; two different rows share one once in 10^10 batches."""
    mixed = np.zeros(len(rows), np.uint64)
    for column in rows.T:
        mixed = (mixed ^ column) * _ODD
        mixed ^= mixed >> np.uint64(29)
    return mixed
