"""From findings to a signal, by the rule told in docs/indicators.md, and what it is a signal of."""

from __future__ import annotations

from collections.abc import Sequence

from core.records import Exploitation, Sign

# Two cards that tell the same thing in other words count once.
_KIN = {
    "RF10_MOBILE_ONLY": "RF06_OFF_PLATFORM_CONTACT",
    "RF11_WOMEN_ONLY": "RF07_FEMALE_YOUNG_ONLY",
    "RF13_PAY_NOT_STATED": "RF09_EMPLOYER_NOT_NAMED",
}
# C-grade combinations: rates on ordinary ads stand in docs/indicators.md, "Measured".
_STRONG_C = 3
_WITH_B = 1
_PAIRS = (
    {"RF05_VAGUE_JOB_ABROAD", "RF07_FEMALE_YOUNG_ONLY"},
    {"RF05_VAGUE_JOB_ABROAD", "RF04_URGENT_DEPARTURE"},
    {"RF05_VAGUE_JOB_ABROAD", "RF06_OFF_PLATFORM_CONTACT"},
    {"RF04_URGENT_DEPARTURE", "RF07_FEMALE_YOUNG_ONLY"},
    {"RF14_PRIVATE_RECRUITER", "RF07_FEMALE_YOUNG_ONLY"},
    {"RF14_PRIVATE_RECRUITER", "RF05_VAGUE_JOB_ABROAD"},
)


def signal(signs: Sequence[Sign]) -> tuple[bool, str]:
    """Whether findings make a signal, and the reason.

    Two distinct ones of grade A or B, or one of grade B with one of the C-grade recruitment flags, or a pair of
    the latter that tells of recruitment of young women or for abroad, or three of the
    latter where no ad signal stands beside them (consenting adults too write "WhatsApp only"); at least one of the
    strong ones an ILO sign, a recruitment flag, a financial sign or AD08. AD01-AD07 alone never; grade D and weight 0
    count nothing.
    """
    weighty = [sign for sign in signs if sign.grade != "D" and sign.score > 0]
    strong = sorted({_kin(sign) for sign in weighty if sign.grade in "AB"})
    fair = sorted({_kin(sign) for sign in weighty if sign.grade == "C"})
    grave = [name for name in strong if _core(name)]
    if len(strong) >= 2 and grave:
        return True, f"signal: {len(strong)} distinct signs of grade A or B ({', '.join(strong)})"
    if grave and len(fair) >= _WITH_B:
        return True, f"signal: {grave[0]} with {', '.join(fair)}"
    for pair in _PAIRS:
        if pair <= set(fair):
            return True, f"signal: {' with '.join(sorted(pair))}"
    if len(fair) >= _STRONG_C and not any(sign.indicator.startswith("AD") for sign in signs):
        return True, f"signal: {len(fair)} recruitment flags of grade C together ({', '.join(fair)})"
    found = strong + fair
    return (
        False,
        f"no signal: {', '.join(found) if found else 'no sign found'} alone" if found else "no signal: no sign found",
    )


def _kin(sign: Sign) -> str:
    return _KIN.get(sign.indicator, sign.indicator)


def _core(name: str) -> bool:
    return name.startswith(("ILO", "RF", "FS")) or name == "AD08_THIRD_PARTY_CONTROL"


def exploitation(signs: Sequence[Sign], *, sexual: float, criminal: float, venues: Sequence[str]) -> Exploitation:
    """What kind of exploitation a signal tells of; `sexual` and `criminal` are numbers of distinct markers."""
    names = {sign.indicator for sign in signs}
    if "RF08_SCAM_COMPOUND" in names or "V_SCAM_COMPOUND" in venues:
        return "criminality"
    if "AD08_THIRD_PARTY_CONTROL" in names or "V_BROTHEL" in venues or sexual >= 2:
        return "sexual"
    if criminal >= 2:
        return "criminality"
    if any(name.startswith("AD") for name in names) or {"V_MASSAGE", "V_BAR_CLUB"} & set(venues):
        return "sexual" if sexual else "unclear"
    return "labour" if any(name.startswith(("ILO", "RF", "FS")) for name in names) else "unclear"
