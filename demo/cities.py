"""The real cities in which the invented people write, with how they call them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class City:
    """A city: GeoNames ids of itself and of its first-level division, state as locals write it, ISO-2 country.

    Degrees, share of the traffic, what people call it, and corners of it.
    """

    id: str
    admin1: str | None
    name: str
    state: str
    country: str
    latitude: float
    longitude: float
    weight: float
    nick: tuple[str, ...]
    corners: tuple[str, ...]


_CORNERS_MY = (
    "near the bus station", "behind the night market", "opposite the mosque", "old town side", "near the hospital",
    "industrial area", "next to the petrol station", "dekat pasar", "belakang stesen bas", "near the uni",
)  # fmt: skip
_CORNERS_SG = ("5 min to mrt", "near the hawker centre", "blk 214 area", "next to the polyclinic", "industrial estate")
_CORNERS_ID = ("dekat terminal", "belakang pasar", "dekat kampus", "pinggir jalan raya", "kawasan industri")


def _city(
    number: int,
    admin1: int | None,
    name: str,
    state: str,
    country: str,
    where: tuple[float, float],
    weight: float,
    *nick: str,
) -> City:
    corners = {"MY": _CORNERS_MY, "SG": _CORNERS_SG, "ID": _CORNERS_ID}[country]
    return City(
        str(number), str(admin1) if admin1 else None, name, state, country, *where, weight, nick or (name,), corners
    )


CITIES: tuple[City, ...] = (
    _city(1735161, 1733046, "Kuala Lumpur", "Kuala Lumpur", "MY", (3.1412, 101.6865), 1.6, "KL", "Kuala Lumpur"),
    _city(1732752, 1733049, "Johor Bahru", "Johor", "MY", (1.4655, 103.7578), 1.3, "JB", "Johor Bahru"),
    _city(
        1735106, 1733047, "George Town", "Penang", "MY", (5.4112, 100.3354), 1.2, "George Town", "George Town, Penang"
    ),
    _city(1734634, 1733041, "Ipoh", "Perak", "MY", (4.5841, 101.0829), 1.0),
    _city(1880252, None, "Singapore", "Singapore", "SG", (1.2897, 103.8501), 1.4, "Singapore", "SG"),
    _city(1214520, 1213642, "Medan", "Sumatera Utara", "ID", (3.5833, 98.6667), 1.0),
    _city(1735634, 1733038, "Kuching", "Sarawak", "MY", (1.55, 110.3333), 0.9),
    _city(1733432, 1733039, "Kota Kinabalu", "Sabah", "MY", (5.9749, 116.0724), 0.9, "KK", "Kota Kinabalu"),
    _city(1734759, 1733035, "Malacca", "Melaka", "MY", (2.196, 102.2405), 0.9, "Melaka", "Malacca"),
    _city(1735227, 1733042, "Kuantan", "Pahang", "MY", (3.8077, 103.326), 0.8),
    _city(1642911, 1642907, "Jakarta", "DKI Jakarta", "ID", (-6.2146, 106.8451), 1.3),
    _city(1625822, 1642668, "Surabaya", "Jawa Timur", "ID", (-7.2492, 112.7508), 1.0),
    _city(6295587, 1629652, "Batam", "Kepulauan Riau", "ID", (1.1494, 104.0249), 0.8),
)

SMALL = 5
"""The first so many cities make the small world."""


@dataclass(frozen=True, slots=True)
class Abroad:
    """A city to which people are sent from the cities above."""

    id: str
    admin1: str | None
    name: str
    country_name: str
    country: str
    latitude: float
    longitude: float


ABROAD: tuple[Abroad, ...] = (
    Abroad("1821306", "1830103", "Phnom Penh", "Cambodia", "KH", 11.5625, 104.916),
    Abroad("292223", "292224", "Dubai", "UAE", "AE", 25.0773, 55.3093),
    Abroad("1609350", "1609348", "Bangkok", "Thailand", "TH", 13.754, 100.5014),
    Abroad("1668341", "7280291", "Taipei", "Taiwan", "TW", 25.0531, 121.5264),
    Abroad("2964574", "7521314", "Dublin", "Ireland", "IE", 53.3331, -6.2489),
)


def by_name(name: str) -> City:
    """The city of that name. Raises KeyError naming the cities there are."""
    for city in CITIES:
        if city.name == name:
            return city
    raise KeyError(f"no city '{name}' in the invented world; there are {', '.join(c.name for c in CITIES)}")
