"""Zones a cluster may take: circles of the nearest cities about each, and the admin units they lie in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array
from scipy.spatial import KDTree

from trends.arrays import Floats

NEAREST = 12  # cities in the largest circle; larger clusters are what provinces and countries are for


def zones(latitude: Floats, longitude: Floats, units: Sequence[Sequence[str]]) -> csr_array:
    """(Z, P) 0 or 1, a row a distinct zone: the 1 to 12 nearest of P points about each, and all points of each unit.

    latitude, longitude (P,) in degrees; `units`: label sequences of length P (province of each, country of each).
    Points at one spot stay apart. Kulldorff's (1997) circles, as nested sets of neighbours.
    """
    lat, lon = np.radians(latitude), np.radians(longitude)
    places = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    reach = min(NEAREST, len(places))
    near = KDTree(places).query(places, k=list(range(1, reach + 1)))[1]
    found = {frozenset(row[:k].tolist()) for row in near for k in range(1, reach + 1)}
    for labels in units:
        found |= {frozenset(np.flatnonzero(np.array(labels) == label).tolist()) for label in set(labels)}
    members = sorted(sorted(zone) for zone in found)
    row = np.repeat(np.arange(len(members)), [len(zone) for zone in members])
    column = np.concatenate([np.array(zone, dtype=np.int64) for zone in members])
    return csr_array((np.ones(len(row)), (row, column)), shape=(len(members), len(places)))
