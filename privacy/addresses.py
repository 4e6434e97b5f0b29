"""Web addresses: one canonical form to know a page by, and a form that may be shown without naming an account."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from core.records import Span
from privacy import contacts, names
from privacy.contacts import kind_of
from privacy.tokens import words_of

_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ref_src|_ga|_gl|spm|phpsessid|jsessionid|sid|session_?id|sessid)$",
    re.IGNORECASE,
)
_ACCOUNT_FOLDERS = words_of(
    """u user users usr profile profiles profil member members account accounts author authors people person in channel
    c seller sellers vendor poster posters advertiser perfil usuario usuarios membre membres auteur pengguna ahli id
    agent agents"""
)
_ACCOUNT_HOSTS = re.compile(
    r"(?:^|\.)(?:facebook|fb|instagram|twitter|x|tiktok|snapchat|onlyfans|pinterest|vk|threads|telegram|linkedin|youtube|"
    r"line|"
    r"wechat|weibo|skype|linktr|tumblr|medium|patreon|kik|zalo|viber)\.(?:com|me|net|ee|ru|cn|org)$|^(?:www\.)?(?:t\.me|wa\.me|m\.me)$",
    re.IGNORECASE,
)
_HOST_ACCOUNTS = re.compile(
    r"^(?!www\.)[^.]+(?=\.(?:tumblr|blogspot|wordpress|livejournal|substack|weebly|wixsite|carrd|github)\.)",
    re.IGNORECASE,
)
_NOT_ACCOUNTS = words_of(
    """groups group pages page events marketplace watch reel reels p explore hashtag tag tags search posts status jobs
    company s share"""
)
_ITEM_KEYS = words_of(
    "id p t tid pid f fid page topic thread threadid ad adid item itemid job jobid post postid v article"
)
# "user_maria", "seller-maria88": one word behind another that names accounts; "x;user=maria".
_ACCOUNT_WORD = re.compile(
    r"(?:^|;)(?:u|user|member|profile|seller|author|agent|poster|usuario|perfil)"
    r"(?:[_.=]|-(?=[^-]*\d))(?=[^-_;/]{3,}$)([^;/]+)",
    re.IGNORECASE,
)
# Behind these in the path of a messenger the account stands: t.me/s/name, line.me/ti/p/name.
_MESSENGERS = re.compile(r"(?:^|\.)(?:t|wa|m|line|zalo|viber)\.me$|^lin\.ee$")
_FORWARDING = words_of("s ti p r g c")
HIDDEN = "[HANDLE]"


def canonical(url: str) -> str:
    """One form of an address: lower-case host, no default port, fragment, user or tracking, query in order of keys.

    Anything that is no absolute http(s) address is returned stripped, unchanged otherwise.
    """
    parts = _split(url)
    if parts is None:
        return url.strip()
    scheme, host, port, path, query = parts
    kept = sorted((k, v) for k, v in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(k))
    netloc = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    return urlunsplit((scheme, netloc, _clean_path(path), urlencode(kept), ""))


def of_post(url: str) -> str:
    """The canonical form with what stands behind "#", by which alone the posts of one page may differ."""
    _, sign, anchor = url.strip().partition("#")
    return canonical(url) + sign + anchor if anchor else canonical(url)


def shown(url: str) -> str:
    """Host and path as they may be shown: accounts, numbers and addresses of people replaced, no query but an item's.

    On one line and without signs that steer a terminal or turn the direction of writing: a site chooses its addresses.
    Never raises; what cannot be read as an address is shown as "[URL]".
    """
    parts = _split(url)
    if parts is None:
        return "[URL]"
    _, host, _, path, query = parts
    segments = _printable(unquote(path)).strip("/").split("/")
    shown_path = "/".join(_segments(host, segments))
    return (_shown_host(host) + ("/" + shown_path if shown_path else "") + _item(query))[:300]


def _shown_host(host: str) -> str:
    """Accounts, numbers and, before the domain itself, names of persons replaced in each part of a host."""
    if host.startswith("[") or re.fullmatch(r"[\d.]+", host):
        return host
    labels = _printable(host).split(".")
    first = [label if "-" not in label else _without_people(label) for label in labels[:-2]]
    return _HOST_ACCOUNTS.sub(HIDDEN, ".".join(map(_without_contacts, [*first, *labels[-2:]])))


def _split(url: str) -> tuple[str, str, int | None, str, str] | None:
    try:
        parts = urlsplit(re.sub(r"[\x00-\x20]+", "", url) if "\n" in url or "\t" in url else url.strip())
        if parts.scheme.lower() not in _PORTS or not parts.hostname:
            return None
        return parts.scheme.lower(), _host(parts.hostname), parts.port, parts.path, parts.query
    except ValueError:
        return None


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(filter(str.isprintable, text))


def _host(name: str) -> str:
    if ":" in name:
        return f"[{name}]"
    try:
        return name.rstrip(".").encode("idna").decode() if not name.isascii() else name.rstrip(".").lower()
    except UnicodeError:
        return name.lower()


def _clean_path(path: str) -> str:
    kept: list[str] = []
    for segment in path.split("/")[1:] if path.startswith("/") else path.split("/"):
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(
                quote(unquote(segment, errors="surrogateescape"), safe="!$&'()*+,;=:@~-._", errors="surrogateescape")
            )
    joined = "/" + "/".join(kept)
    return re.sub(r"/{2,}", "/", joined)


def _segments(host: str, segments: list[str]) -> list[str]:
    out: list[str] = []
    social = _ACCOUNT_HOSTS.search(host) is not None
    messenger = _MESSENGERS.search(host) is not None
    for n, segment in enumerate(segments):
        before = segments[n - 1].lower() if n else ""
        named = before in _ACCOUNT_FOLDERS or segment.startswith(("@", "~")) or (social and n == 0)
        named = named or (messenger and before in _FORWARDING)
        if segment and named and segment.lower() not in _NOT_ACCOUNTS | _ACCOUNT_FOLDERS:
            out.append(HIDDEN)
        else:
            out.append(_without_people(segment))
    return out


def _without_people(segment: str) -> str:
    """A part of an address without contacts and names of persons: a slug tells both, "maria-santos-012-345-6789".

    Written as a title too, since a slug is all in small letters; rather a word too many than a name.
    """
    if account := _ACCOUNT_WORD.search(segment):
        segment = segment[: account.start(1)] + HIDDEN + segment[account.end(1) :]
    segment = _without_contacts(segment)
    plain = re.sub(r"(?<!\[)[-_+.,](?![A-Z]*\])", " ", segment)
    # the tagger was taught posts, no such words
    found = names.by_rule(plain)
    if len(plain.title()) == len(plain):
        found += names.by_rule(plain.title())
    for start, end in reversed(_united(found)):
        segment = segment[:start] + "[PERSON]" + segment[end:]
    return segment


def _united(spans: list[Span]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: span.start):
        if united and span.start < united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], span.end))
        else:
            united.append((span.start, span.end))
    return united


def _without_contacts(segment: str) -> str:
    # A slug writes spaces as hyphens: "call-012-345-6789".
    plain = segment.replace("_", " ") if "@" not in segment else segment
    for span in reversed(contacts.find(plain.replace("-", " ") if "@" not in plain else plain, taught=False)):
        segment = segment[: span.start] + f"[{kind_of(span.label)}]" + segment[span.end :]
    return segment


def _item(query: str) -> str:
    # No item's number begins with a zero; a telephone's does.
    kept = [(k, v) for k, v in parse_qsl(query) if k.lower() in _ITEM_KEYS and re.fullmatch(r"[1-9]\d{0,8}|0", v)]
    return "?" + urlencode(kept) if kept else ""
