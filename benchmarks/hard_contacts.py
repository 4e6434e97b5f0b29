# ruff: noqa: E501, SIM905 -- the tables of sentences read best on one line each
"""Sentences made to be hard for redaction: names of many origins, numbers in many disguises, ordinary figures."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

WORDS = {
    "en": "zero one two three four five six seven eight nine".split(),
    "ms": "kosong satu dua tiga empat lima enam tujuh lapan sembilan".split(),
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve".split(),
    "fr": "zéro un deux trois quatre cinq six sept huit neuf".split(),
}
CARRIERS = {
    "en": [
        "call {} for details", "text me {} anytime", "Waiter wanted in Ipoh, no experience. {}", "{} ask for the manager",
        "interested? {} (no sms)", "New here. Incall and outcall.\n{}\nNo blocked calls.", "whatsapp {} only", "Room 12, 3 workers needed, RM1800. {}.",
    ],
    "ms": ["hubungi {} segera", "Pekerja ladang diperlukan, gaji RM1700. {}", "ws {} untuk maklumat", "berminat? {} terima kasih"],
    "es": ["llama al {} hoy", "Se busca mesera, buena paga. {}", "wsp {} solo mensajes", "informes: {}"],
    "fr": ["appelez le {} ce soir", "Cherche serveuse logée. {}", "tél {} merci", "contact: {}"],
}  # fmt: skip
PLAIN_FIGURES = [
    "Salary RM{a}00 - RM{b}00 per month, overtime RM{c} an hour.", "Gaji Rp {a}.{x}.000 sebulan, uang makan {b}.000 per hari.",
    "Open 1{e}.00 - 2{f}.30 daily, closed 2{d}/12/202{e}.", "Contract from 2024-0{e}-1{d} to 2026-0{e}-1{d}, {c} months.",
    "Lot {a}{b}, Jalan Besar 5/{a}, 3{x}0 Perak.", "Case no. {a}{b}/20{c} of the High Court, {d} years in prison.",
    "At {d}.{a}{b}{c}, 10{d}.{b}{a}{c} near the river.", "Weighs {a} kg, {b} x {c} x {d} cm, {a}{b} sqft.",
    "Between 2010 and 201{d}, {a},{x} workers came, {c}% of them women.", "Ref: AB{a}{b}{c}{d}, invoice INV-2024{a}{b}.",
    "Shift 0{d}:00-1{e}:30, {d} days a week, 1{e} hours a day.", "Sueldo ${a},{x} al mes, {c} horas, edad 18 a {a}.",
    "Price {x}.{y},00 EUR, deposit 1.{x},50 EUR.", "Temperature {a}.{d}°C, humidity {b}%, altitude 1{x} m.",
    "Flight MH{a}{b} at 2{f}:15, gate C{e}, seat {a}A.", "Population 1,{x},{y} in 2020; GDP ${a},{x} million.",
    "Born 1{d}/0{e}/1998, height 1{a} cm.", "ISBN 978-3-16-14{a}{b}0-0; pages {a}-1{b}.", "Score 3-2, round {d}, group {e}; 2019, 2020, 2021.",
    "Version 3.{d}.{e}, build 2024{a}, IP 10.{d}.{e}.{a}.",
]  # fmt: skip
FIRST = {
    "english": "Harriet Desmond Lorna Clive Winifred Barnaby Gareth Philippa Trevor Maisie".split(),
    "malay": "Norhafiza Shahrizan Zulaiha Khairuddin Mastura Azrul Rosnani Hafizul Suraiya Fadzli".split(),
    "chinese": [
        "Wei Jie",
        "Siew Lan",
        "Mei Fong",
        "Kah Hoe",
        "Xiao Ling",
        "Chun Kit",
        "Yoke Peng",
        "Zhi Hao",
        "Hui Min",
        "Ah Kow",
    ],
    "indian": "Thangamani Balwinder Sivagami Rajkumar Parameswari Harbhajan Kalaivani Jayaprakash Nageswari Ravindran".split(),
    "spanish": "Encarnación Maricar Leovigildo Rosalinda Jovito Purificación Eduardo Marisol Teodora Rogelio".split(),
    "vietnamese": ["Thị Hồng", "Văn Dũng", "Thị Mỹ", "Minh Tuấn", "Ngọc Ánh"],
}
LAST = {
    "english": "Ashcroft Pemberton Haworth Dunleavy Whitcombe Braithwaite Oakley Tunstall Fairclough Hargreaves".split(),
    "malay": "binti Ismail|bin Yaakob|binti Mat Zain|bin Hj Omar|binti Sidek|bin Abdul Rauf".split("|"),
    "chinese": "Tan Lim Wong Cheah Ooi Khoo Lau Zhang Liang Foong".split(),
    "indian": "a/p Muthusamy|a/l Ramasamy|Gill|Chettiar|a/p Veloo|Pillai|Sandhu|a/l Govindan".split("|"),
    "spanish": "Villanueva Dimaculangan Ocampo Echeverría Magbanua Salcedo Catacutan Benavides".split(),
    "vietnamese": "Nguyễn Trần Lê Phạm Đặng".split(),
}
FAMILY_FIRST = {"chinese", "vietnamese"}
NAMED = [
    "My employer told {} to stay in the room.", "{} took my passport last year.", "Please contact {} for the interview.",
    "I went there with {} and two others.", "The agent {} asked for a fee.", "We were six, and {} was the youngest.",
]  # fmt: skip
NOT_NAMED = [
    "The restaurant in Kota Bharu needs two cooks.", "She came from Surabaya to Johor Bahru by boat.", "Hotel Seri Malaysia, Jalan Sultan Ismail.",
    "Work in Dubai, Qatar or Saudi Arabia.", "Golden Lotus Massage is open till late.", "Kilang di Shah Alam mencari operator.",
    "The police in Los Angeles said so on Monday.", "Se busca cocinera en San José y Santa Ana.", "Restaurante El Buen Sabor, Avenida Juárez.",
]  # fmt: skip
HANDLES = ["sweet_lily", "bunga.22", "agenkerja88", "Rosa_Real", "kl_girl99", "wl2020tan"]
HANDLE_FORMS = ["@{}", "ig: {}", "IG {}", "telegram @{}", "Telegram: {}", "tele {}", "wechat id: {}", "WeChat: {}", "line id {}",
                "LINE: {}", "snap: {}", "kik {}", "my insta is {}", "fb: {}", "tiktok @{}", "skype: {}", "wechat {}", "viber: {}"]  # fmt: skip


def phone(random: Random) -> tuple[str, str]:
    """A number as digits with its national grouping: Malaysia, US, Spain, France, Indonesia, with or without country code."""
    n = "".join(str(random.randrange(10)) for _ in range(8))
    kind = random.randrange(6)
    if kind == 0:
        return f"01{random.choice('1234679')}{n[:7]}", "3-3-4"
    if kind == 1:
        return f"+601{random.choice('1234679')}{n[:7]}", "3-2-3-4"
    if kind == 2:
        return f"{random.choice(['415', '713', '212', '305'])}{random.randrange(2, 10)}{n[:6]}", "3-3-4"
    if kind == 3:
        return f"6{random.randrange(10)}{n[:7]}", "3-3-3"
    if kind == 4:
        return f"0{random.choice('67')}{n}", "2-2-2-2-2"
    return f"08{random.choice('12')}{n}1", "4-4-4"


def grouped(digits: str, pattern: str, separator: str) -> str:
    """The digits in groups."""
    plus, rest, out = digits.startswith("+"), digits.lstrip("+"), []
    for size in pattern.split("-"):
        out.append(rest[: int(size)])
        rest = rest[int(size) :]
    out[-1] += rest
    return ("+" if plus else "") + separator.join(out)


def _mixed(random: Random, digits: str) -> str:
    out = [random.choice([d, WORDS["en"][int(d)]]) if d.isdigit() else d for d in digits]
    return random.choice(["", " ", "-", ".", " . "]).join(out)


def _letters(random: Random, digits: str) -> str:
    table = {"0": "O", "1": "l", "5": "S", "2": "Z", "8": "B"}
    out = [table[d] if d in table and random.random() < 0.4 else d for d in digits]
    return grouped("".join(out), "3-3-4", random.choice(["-", " ", "."]))


STYLES: dict[str, Callable[[Random, str, str, str], str]] = {
    "plain": lambda _r, d, _g, _w: d,
    "grouped": lambda r, d, g, _w: grouped(d, g, r.choice([" ", "-", ".", " - "])),
    "brackets": lambda _r, d, _g, _w: f"({d[:3]}) {d[3:6]}-{d[6:]}",
    "single digits": lambda r, d, _g, _w: r.choice([" ", ".", "-", " . ", "_", "*"]).join(d),
    "worded": lambda r, d, _g, w: r.choice([" ", "-", ", ", ""] if w == "en" else [" ", "-", ", "]).join(
        WORDS[w][int(c)] for c in d.lstrip("+")
    ),
    "mixed": lambda r, d, _g, _w: _mixed(r, d),
    "keycaps": lambda r, d, _g, _w: r.choice(["", " "]).join(c + "\ufe0f\u20e3" if c.isdigit() else c for c in d),
    "full width": lambda r, d, g, _w: "".join(chr(ord(c) + 0xFEE0) for c in grouped(d, g, r.choice(["", "-"]))),
    "circled": lambda _r, d, _g, _w: "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(c)] if c.isdigit() else c for c in d),
    "emoji between": lambda r, d, g, _w: grouped(d, g, r.choice(["💋", " 🌹 ", "❤️", "~", " ♥ "])),
    "letters for digits": lambda r, d, _g, _w: _letters(r, d.lstrip("+")),
    "zero width": lambda _r, d, _g, _w: "\u200b".join(d),
    "right to left": lambda _r, d, _g, _w: (
        "\u202b" + "".join(chr(0x660 + int(c)) if c.isdigit() else c for c in d) + "\u202c"
    ),
    "marks of direction": lambda _r, d, g, _w: "\u200e" + grouped(d, g, "\u200e \u200e") + "\u200f",
    "link": lambda _r, d, _g, _w: f"wa.me/{d.lstrip('+')}",
    "bold": lambda _r, d, _g, _w: "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in d),
    "leet words": lambda r, d, _g, _w: " ".join(
        WORDS["en"][int(c)].replace("o", "0").replace("e", "3") if r.random() < 0.5 else c for c in d.lstrip("+")
    ),
}
