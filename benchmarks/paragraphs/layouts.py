"""How articles are laid out: a table of layouts, and the page that each makes of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby

import attrs

from benchmarks.paragraphs.article import Article, Block
from benchmarks.paragraphs.furniture import FURNITURE, Furniture

_SITE = "https://www.harbour-courier.example"
_PRINTED = "11/26/26, 9:41 AM"


@attrs.frozen
class Layout:
    """One way to print a page."""

    name: str
    """As figures name it."""

    page: str
    """What stands in the rule `@page`."""

    body: str
    """Declarations for the text."""

    rules: str = ""
    """Further rules."""

    serif: bool = True
    """Which of a language's two fonts."""

    hyphen: str = ""
    """The character that hyphenates words at line ends; none if empty."""

    width: str = ""
    """Of the text, a little less than of the page between its margins, where words are hyphenated."""

    chrome: bool = False
    """Whether the site's menus and notices are printed too."""

    pictures: bool = False
    """Whether pictures are printed, with their captions."""

    typed_bullets: bool = False
    """Whether list items are paragraphs with a typed mark, as many editors write them."""


_A4 = "size: A4; margin: 25mm 22mm"
_LETTER = "size: Letter; margin: 1in"
_BLOCKS = "p, li { margin: 0 0 0.8em }"
_INDENTED = (
    "p { margin: 0; text-indent: 1.4em } h2 { margin: 0.8em 0 0.3em } .after { text-indent: 0 }"
)
_SMALL = "font-size: 8pt; font-family: 'Liberation Sans', {sans}"

LAYOUTS = (
    Layout(
        "a4-serif",
        _A4,
        "font-size: 13pt; line-height: 1.35; text-align: justify",
        "p, li { margin: 0 0 0.5em }",
        width="165mm",
        hyphen="-",
    ),
    Layout(
        "letter-sans",
        _LETTER,
        "font-size: 11.5pt; line-height: 1.4; text-align: start",
        _BLOCKS,
        serif=False,
    ),
    Layout(
        "narrow",
        "size: A4; margin: 30mm 60mm",
        "font-size: 12pt; line-height: 1.3; text-align: start",
        "p, li { margin: 0 0 0.6em }",
        width="89mm",
        hyphen="\N{HYPHEN}",
        typed_bullets=True,
    ),
    Layout(
        "two-columns",
        "size: B5; margin: 22mm 15mm",
        "font-size: 12.5pt; line-height: 1.4; text-align: justify",
        "main { column-count: 2; column-gap: 7mm } " + _INDENTED,
        width="145mm",
        hyphen="\N{HYPHEN}",
    ),
    Layout(
        "indented",
        "size: A5; margin: 18mm 16mm",
        "font-size: 12.5pt; line-height: 1.3; text-align: justify",
        _INDENTED,
        width="115mm",
        hyphen="-",
    ),
    Layout(
        "blocks",
        "size: A5; margin: 16mm",
        "font-size: 12pt; line-height: 1.45; text-align: start",
        "p, li { margin: 0 0 1.1em }",
        serif=False,
        typed_bullets=True,
    ),
    Layout(
        "header-footer",
        "size: A5; margin: 24mm 18mm;"
        " @top-left { content: $site } @top-right { content: '26 / 11 / 2026' }"
        " @bottom-center { content: $page }",
        "font-size: 14pt; line-height: 1.35; text-align: justify",
        _BLOCKS,
    ),
    Layout(
        "dashed-numbers",
        "size: A5; margin: 20mm 17mm; @top-center { content: $title }"
        " @bottom-center { content: '– ' counter(page) ' –' }",
        "font-size: 13pt; line-height: 1.3; text-align: justify",
        _INDENTED,
        width="113mm",
        hyphen="\N{HYPHEN}",
    ),
    Layout(
        "web-print",
        "size: Letter; margin: 20mm 14mm;"
        " @top-left { content: $printed } @top-center { content: $title }"
        " @bottom-left { content: $url } @bottom-right { content: counter(page) '/' counter(pages) }",
        "font-size: 17pt; line-height: 1.5; text-align: start",
        _BLOCKS + " nav span { margin-inline-end: 1.5em }"
        " .aside { font-size: 13pt; color: #555; margin: 0.6em 0 }"
        " .site { font-size: 22pt; font-weight: bold }",
        serif=False,
        chrome=True,
    ),
    Layout(
        "large",
        _LETTER,
        "font-size: 21pt; line-height: 1.35; text-align: start",
        "p, li { margin: 0 0 0.6em }",
    ),
    Layout(
        "captions",
        _A4,
        "font-size: 11.5pt; line-height: 1.4; text-align: start",
        _BLOCKS + " figure { margin: 0.8em 0 } .picture { height: 80mm; background: #bcd }"
        " figcaption { font-size: 9pt; color: #444 }",
        pictures=True,
    ),
    Layout(
        "wide-lines",
        _A4 + "; @bottom-right { content: counter(page) }",
        "font-size: 13.5pt; line-height: 2; text-align: start",
        "p, li { margin: 0; } p { text-indent: 2em } .after { text-indent: 0 }",
        typed_bullets=True,
    ),
)

_LATIN = ("'Liberation Serif', 'Noto Serif'", "'Liberation Sans', 'Noto Sans'")
# Fonts out of whose PDFs at least one extractor gets the letters: Nastaliq, which Urdu is set in, is not among them.
_FONTS = {
    "ur": ("'Amiri', 'Noto Serif'", "'Scheherazade', 'Noto Sans'"),
    "ar": ("'Amiri', 'Noto Serif'", "'Noto Naskh Arabic', 'Noto Sans'"),
    "fa": ("'Amiri', 'Noto Serif'", "'Noto Naskh Arabic', 'Noto Sans'"),
    "hi": ("'Noto Serif Devanagari', 'Noto Serif'", "'Noto Sans Devanagari', 'Noto Sans'"),
    "bn": ("'FreeSerif', 'Noto Serif'", "'Noto Sans Bengali', 'Noto Sans'"),
    "ta": ("'Lohit Tamil', 'Noto Serif'", "'Noto Sans Tamil', 'Noto Sans'"),
    "si": ("'LKLUG', 'Noto Serif'", "'Noto Sans Sinhala', 'Noto Sans'"),
    "th": ("'Noto Serif Thai', 'Noto Serif'", "'Noto Sans Thai', 'Noto Sans'"),
    "zh": ("'Noto Serif CJK SC', 'Noto Serif'", "'Noto Sans CJK SC', 'Noto Sans'"),
    "ja": ("'Noto Serif CJK JP', 'Noto Serif'", "'Noto Sans CJK JP', 'Noto Sans'"),
    "ru": ("'Noto Serif', 'DejaVu Serif'", "'DejaVu Sans', 'Noto Sans'"),
    "el": ("'Noto Serif', 'DejaVu Serif'", "'DejaVu Sans', 'Noto Sans'"),
    "vi": ("'Noto Serif', 'DejaVu Serif'", "'Noto Sans', 'DejaVu Sans'"),
}
_WORD = re.compile(r"[^\W\d_]{6,}")
_RIGHT_TO_LEFT = {"ar", "fa", "ur"}
_DICTIONARIES = {"pt": "pt_BR", "de": "de_DE", "en": "en_US"}


def html(article: Article, layout: Layout, renderer: str) -> str:
    """The page of *article*, complete with its style.

    WeasyPrint hyphenates by itself. Chromium has no dictionaries on Debian: its page holds soft hyphens, which
    `render.Chromium` turns into hyphens where lines end, and drops elsewhere.
    """
    language = article.language
    direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{escape(article.title)}</title><style>{_style(article, layout)}</style></head>"
        f"<body>{''.join(_body(article, layout, renderer))}</body></html>"
    )


def _style(article: Article, layout: Layout) -> str:
    serif, sans = _FONTS.get(article.language, _LATIN)
    page = layout.page
    for name, value in _running(article).items():
        page = page.replace(f"${name}", value)
    page = page.replace("content:", _SMALL.replace("{sans}", sans) + "; content:")
    return (
        f"@page {{ {page} }} body {{ margin: 0; font-family: {serif if layout.serif else sans};"
        f" {layout.body}; {_hyphens(layout)} orphans: 1; widows: 1; overflow-wrap: break-word }}"
        " h1 { font-size: 1.7em; line-height: 1.2; text-align: start; margin: 0 0 0.6em }"
        " h2 { font-size: 1.15em; text-align: start } .meta { color: #444; text-indent: 0 }"
        " ul, ol { margin: 0 0 0.8em; padding-inline-start: 2em }"
        " blockquote { margin: 0.8em 2.5em; font-style: italic }"
        " .verse { margin: 0.8em 2em; text-align: start; text-indent: 0 }"
        " table { border-collapse: collapse; margin: 0.8em 0 }"
        " td { border: 1px solid #999; padding: 2pt 6pt; text-align: start }"
        f" {layout.rules}"
    )


def _hyphens(layout: Layout) -> str:
    if not layout.hyphen:
        return "hyphens: manual;"
    return f"hyphens: auto; hyphenate-character: {_string(layout.hyphen)}; width: {layout.width};"


def _running(article: Article) -> dict[str, str]:
    words = FURNITURE[article.language]
    before, _, rest = words.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    numbers = f"{_string(before)} counter(page) {_string(between)} counter(pages) {_string(after)}"
    return {
        "site": _string(words.site),
        "title": _string(article.title),
        "page": numbers,
        "printed": _string(_PRINTED),
        "url": _string(f"{_SITE}/{article.name}.html"),
    }


def _string(text: str) -> str:
    """A string of CSS."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ") + '"'


def as_printed(article: Article, layout: Layout) -> Article:
    """*article* with captions below the pictures that *layout* prints, or without any."""
    if layout.pictures:
        return attrs.evolve(article, blocks=tuple(_with_captions(article)))
    blocks = tuple(block for block in article.blocks if block.kind != "caption")
    return attrs.evolve(article, blocks=blocks)


def _with_captions(article: Article) -> Iterator[Block]:
    """Its blocks, and a picture after its second and its fourth paragraph, beside those that it has."""
    captions = iter(FURNITURE[article.language].captions.split(" | "))
    paragraphs = 0
    for block in article.blocks:
        yield block
        paragraphs += block.kind == "paragraph"
        if block.kind == "paragraph" and paragraphs in {2, 4}:
            yield Block("caption", (next(captions),))


def _body(article: Article, layout: Layout, renderer: str) -> Iterator[str]:
    words = FURNITURE[article.language]
    if layout.chrome:
        yield from _before(words)
    title, *blocks = as_printed(article, layout).blocks
    yield f"<h1>{escape(title.text)}</h1><main>"
    soft = layout.hyphen and renderer == "chromium"
    hyphenate = _hyphenator(article.language) if soft else str
    yield from _blocks(blocks, article.language, layout, hyphenate)
    yield "</main>"
    if layout.chrome:
        yield from _after(words)


def _blocks(
    blocks: list[Block], language: str, layout: Layout, hyphenate: Callable[[str], str]
) -> Iterator[str]:
    paragraphs = 0
    after = True
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        tag = {"item": "ul", "numbered": "ol"}.get(kind) if not layout.typed_bullets else None
        yield f"<{tag}>" if tag else ""
        for number, block in enumerate(group, 1):
            text = _mark(block, number, layout) + hyphenate(block.text)
            yield _block(block, text, after, layout.typed_bullets)
            paragraphs += kind == "paragraph"
            if layout.chrome and kind == "paragraph" and paragraphs == 3:
                yield f'<p class="aside">{escape(FURNITURE[language].more)}</p>'
            after = kind != "paragraph"
        yield f"</{tag}>" if tag else ""


def _mark(block: Block, number: int, layout: Layout) -> str:
    """What is typed before an item; elsewhere the browser draws it."""
    if not layout.typed_bullets:
        return ""
    return {"item": "• ", "numbered": f"{number}. "}.get(block.kind, "")


def _block(block: Block, text: str, after: bool, typed: bool) -> str:
    match block.kind:
        case "heading":
            return f"<h2>{escape(block.text)}</h2>"
        case "meta":
            return f'<p class="meta">{escape(block.text)}</p>'
        case "item" | "numbered":
            tag = "p" if typed else "li"
            return f'<{tag} class="after">{escape(text)}</{tag}>'
        case "quote":
            return f'<blockquote><p class="after">{escape(text)}</p></blockquote>'
        case "verse":
            return f'<p class="verse">{"<br>".join(map(escape, block.lines))}</p>'
        case "table":
            rows = (escape(line).replace("\t", "</td><td>") for line in block.lines)
            return f"<table>{''.join(f'<tr><td>{row}</td></tr>' for row in rows)}</table>"
        case "caption":
            caption = f"<figcaption>{escape(text)}</figcaption>"
            return f'<figure><div class="picture"></div>{caption}</figure>'
        case _:
            return f"<p{' class=after' if after else ''}>{escape(text)}</p>"


def _before(words: Furniture) -> Iterator[str]:
    yield f'<div class="site">{escape(words.site)}</div><nav>'
    yield from (f"<span>{escape(entry)}</span> " for entry in words.menu.split(" | "))
    yield f'</nav><p class="aside">{escape(words.share)}</p>'


def _after(words: Furniture) -> Iterator[str]:
    heading, *titles = words.related.split(" | ")
    yield f'<p class="aside">{escape(words.share)}</p><h2>{escape(heading)}</h2><ul>'
    yield from (f"<li>{escape(title)}</li>" for title in titles)
    yield f'</ul><p class="aside">{escape(words.cookies)}</p>'


def _hyphenator(language: str) -> Callable[[str], str]:
    """What puts soft hyphens where the dictionary of *language* allows them."""
    import pyphen

    name = pyphen.language_fallback(_DICTIONARIES.get(language, language))
    if name is None:
        return str
    dictionary = pyphen.Pyphen(lang=name, left=2, right=3)
    return lambda text: _WORD.sub(
        lambda word: dictionary.inserted(word.group(), "\N{SOFT HYPHEN}"), text
    )
