"""A fetched page made readable: bytes to text, text to a tree, whatever its encoding and however hostile its HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urljoin

import lxml.html
from lxml import etree
from parsel.csstranslator import HTMLTranslator
from w3lib.encoding import html_body_declared_encoding, html_to_unicode, resolve_encoding

from core.errors import BadInput
from crawlers.extract.mended import SILENT, mend
from crawlers.guards import looks_binary

#: Deeper nesting than any page written for people; below it lie attacks on recursive readers.
DEEPEST = 200
LARGEST = 8_000_000

#: Null bytes and other controls no text needs; line ends and tabs stay. Bidirectional marks are left to `read`.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BLOCKS = frozenset(
    "address article aside blockquote br dd details div dl dt figcaption figure footer form "  # noqa: SIM905
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)


class Page:
    """One fetched page. `text` is its source as text, `tree` its elements (empty for an empty page)."""

    def __init__(self, url: str, body: bytes, content_type: str) -> None:
        self.url, self.body, self.content_type = url, body, content_type
        self._known: dict[str, Any] = {}

    def once[T](self, name: str, reckon: Callable[[], T]) -> T:
        """What an extractor reckons of this page, reckoned once however many ask for it."""
        if name not in self._known:
            self._known[name] = reckon()
        found: T = self._known[name]
        return found

    @cached_property
    def text(self) -> str:
        """The page's source. Raises BadInput for what is no text in any encoding."""
        return decode(self.body, self.content_type)

    @cached_property
    def tree(self) -> Any:
        """The root element. Raises BadInput where the page nests too deeply to be read."""
        # What stands behind these ends would be lost, and on many boards something does.
        text = _with_cells_closed(_ENDS.sub("", self.text).strip())
        if len(text) > LARGEST:
            raise BadInput("the page is larger than 8 million characters")
        # Programs and notes hold markup that no reader opens: they are left out where it looks too deep.
        if _depth(text) > DEEPEST * 5 and _depth(_UNREAD.sub("", text)) > DEEPEST * 5:
            raise BadInput("the page nests its elements too deeply to be read")
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        parser.set_element_class_lookup(_ALIKE)
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace") or b"<html/>", parser=parser)
        mend(root, text)
        return root

    @cached_property
    def base(self) -> str:
        """What relative links are relative to."""
        href = self.tree.xpath("string(//base/@href)")
        return urljoin(self.url, href) if href else self.url


def _with_cells_closed(text: str) -> str:
    """The source with an end before each cell and row, where cells are left open: whatever is open in them ends there.

    So browsers read it; the parser would lay each cell within the one before it where a font is open there.
    """
    opened, closed = (len(form.findall(text)) for form in (_CELL, _CELL_END))
    return _CELL_OR_ROW.sub("</td>", text) if opened > _LEFT_OPEN * (closed + 1) else text


#: So many times as many cells begin as end on a page that leaves them open.
_LEFT_OPEN = 2
_CELL, _CELL_END = re.compile(r"<td\b", re.IGNORECASE), re.compile(r"</td\b", re.IGNORECASE)
_CELL_OR_ROW = re.compile(r"(?=<(?:td|th|tr)\b)", re.IGNORECASE)


#: All elements of one class: lxml's own choice, with others for forms and their fields, is asked anew of each element
#: whenever it is met again, by us and by the readers of articles that copy the tree.
_ALIKE = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)


def page_language(body: bytes) -> str:
    """The language a page's head names ("en-us", "ms"), in small letters, or nothing."""
    match = _LANGUAGE.search(body[:5000])
    return match[1].decode("ascii", "replace").lower().replace("_", "-") if match else ""


_LANGUAGE = re.compile(rb"<html[^>]*?\slang\s*=\s*[\"']?([a-zA-Z]{2}(?:[-_][a-zA-Z]{2})?)[\"'\s>]")


def decode(body: bytes, content_type: str) -> str:
    """Text of a body: mark, header, declaration, UTF-8, detection, in this order; controls removed.

    Raises BadInput when it is no text.
    """
    if looks_binary(body):
        raise BadInput("the body is not text, whatever its content type says")
    _, text = html_to_unicode(content_type or None, body, default_encoding="utf-8", auto_detect_fun=_detect)
    if text.count("\ufffd") > len(text) // 20 and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = body.decode(_detect(body) or "cp1252", "replace")
    if text.count("\ufffd") > max(20, len(text) // 5):
        declared = html_body_declared_encoding(body) or content_type
        raise BadInput(f"the encoding of the page is unknown (it says {declared!r})")
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _detect(body: bytes) -> str | None:
    try:
        body.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        if error.start > len(body) - 4:  # cut in the middle of a character
            return "utf-8"
    if paired := _utf16(body):
        return paired
    from charset_normalizer import from_bytes

    best = from_bytes(body[:50_000]).best()
    return resolve_encoding(best.encoding) if best else None


def _utf16(body: bytes) -> str | None:
    head = body[:2000]
    if not head:
        return None
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if max(odd, even) < len(head) // 4:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _depth(text: str) -> int:
    """An upper bound, quickly: how many more elements are open than closed at the worst place (void ones left out)."""
    if text.count("<") < DEEPEST:
        return 0
    depth = worst = 0
    for closes in _TAG.findall(text):
        if not closes:
            depth += 1
            if depth > worst:
                worst = depth
        elif depth:
            depth -= 1
    return worst


_ENDS = re.compile(r"</(body|html)\s*>", re.IGNORECASE)
_UNREAD = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"<(/?)(?!br|img|input|meta|link|hr|p\b|li\b|td\b|tr\b|th\b|option|source|area|base|col|wbr|dd|dt|!)[a-zA-Z][^<>]*(?<!/)>"
)


@lru_cache(maxsize=512)
def compiled(selector: str) -> Any:
    """A selector ready for use: XPath where it starts with "/" or "./", else CSS (with ::text and ::attr(name)).

    Raises ValueError for one that is neither.
    """
    try:
        path = selector if selector.lstrip("(").startswith(("/", "./")) else _css(selector)
        return etree.XPath(path, namespaces={"re": "http://exslt.org/regular-expressions"})
    except (etree.XPathError, SyntaxError) as error:
        raise ValueError(f"'{selector}' is no selector: {error}") from error


def _css(selector: str) -> str:
    return str(HTMLTranslator().css_to_xpath(selector))


def pick(node: Any, selector: str | None) -> list[Any]:
    """Elements (or strings, where the selector asks for them) below a node; none without a selector."""
    if not selector:
        return []
    found = compiled(selector)(node)
    return found if isinstance(found, list) else [found]


def first_text(node: Any, selector: str | None) -> str:
    """The text of the first match with any, or nothing."""
    return next((text for text in (text_of(one) for one in pick(node, selector)) if text), "")


def text_of(node: Any, drop: Callable[[Any], bool] | None = None, rule: str = "") -> str:
    """The text a reader sees in an element: blocks on lines of their own, no scripts or form fields, none of `drop`.

    `rule` stands where the page draws one.
    """
    if isinstance(node, str):
        return _tidy(str(node))
    parts: list[str] = []
    _gather(node, parts, drop, rule)
    return _tidy("".join(parts))


def _gather(top: Any, parts: list[str], drop: Callable[[Any], bool] | None, rule: str) -> None:
    # Walked by events, not by recursion: hostile pages nest deeper than Python's stack.
    walk = etree.iterwalk(top, events=("start", "end"))
    kept = 0  # within `pre` lines are kept as they were written
    hushed = None
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in SILENT or node.get("hidden") is not None or (drop and tag and drop(node)):
                hushed = node
                walk.skip_subtree()
                continue
            kept += tag == "pre"
            if tag in _BLOCKS:
                parts.append("\n")
            if text := node.text:
                parts.append(text if kept else _flat(text))
            if tag == "hr":
                parts.append(rule)
            continue
        if node is hushed:
            hushed = None
        else:
            if tag in _BLOCKS:
                parts.append("\n")
            kept -= tag == "pre"
        if node is not top and (tail := node.tail):
            parts.append(tail if kept else _flat(tail))


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text)


def _tidy(text: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


#: Only what is not one space already is replaced: most spaces are.
_SPACES, _BLANKS = re.compile(r"\s{2,}|[^\S ]"), re.compile(r"[ \t\u00a0]{2,}|[\t\u00a0]")


def link_of(node: Any, page: Page) -> str | None:
    """The absolute address a match points to: itself when a string, its own href, or that of its first link."""
    own: str = str(node) if isinstance(node, str) else node.get("href") or node.xpath("string(.//a[@href]/@href)")
    href = own.strip()
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return None
    try:
        return urljoin(page.base, href)
    except ValueError:
        return None
