"""The invented directory of helping services in the invented world's cities: what needs are held against."""

from __future__ import annotations

import random

from core.cards import Service
from demo.world import World

_KINDS = (
    ("House of the Open Door", ("S_SHELTER",)),
    ("Legal Aid Corner", ("S_LEGAL", "S_WAGE_RECOVERY")),
    ("Way Home Fund", ("S_TRANSPORT", "S_FOOD_BASIC")),
    ("Migrant Clinic", ("S_MEDICAL", "S_MENTAL_HEALTH")),
    ("Tongues Interpreters", ("S_INTERPRETER",)),
)
_LANGUAGES = ("en", "ms", "id", "ne", "my", "bn", "vi")


def directory(world: World) -> list[Service]:
    """One to three invented services a city, by the world's seed; telephone numbers and addresses are left out."""
    rng = random.Random(f"{world.seed}/services")
    found = []
    for city in world.truth.cities:
        for name, needs in rng.sample(_KINDS, rng.randint(1, 3)):
            found.append(
                Service(
                    id=f"demo-{city.id}-{needs[0].lower().removeprefix('s_')}",
                    name=f"{name} {city.name} (invented)",
                    needs=needs,
                    languages=tuple(sorted(rng.sample(_LANGUAGES, 3))),
                    country=city.country,
                    place=city.name,
                    latitude=city.latitude,
                    longitude=city.longitude,
                    reach_km=30,
                    verified_on=world.first_day.isoformat(),
                )
            )
    return found
