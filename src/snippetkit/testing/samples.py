"""Texts as news sites export them, as starting points for mutations. All are made up."""

from __future__ import annotations

from typing import Any

from snippetkit.formats import Format
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet

__all__ = ["samples_of"]

_SNIPPETS = (
    "\n\n---\n\n## Ferry Back in Service After Ten Years\n\n\nPublished on September 12, 2025\n\n"  # noqa: ISC004
    "Document Date: Fri, Apr 24 2026 10:38:19 pm\n\nCategory: ,English,International - ,Snippets\n\n"
    "Show on website : [Click Here](#)\n\n---\n\nkiwi.example\n\nTashkent, September 12, 2025 – The old\n"
    "ferry, built in 1962,\nis back.\n\nTickets cost “nothing at all”, the port said.",
    "\ufeff# پنجاب میں بارش\r\nDate: 2025-09-12\r\nSource: خبریں\r\nCategory: موسم، زراعت\r\n\r\nلاہور میں بارش ہوئی۔\r\n",
    "持续降雨\n\nPublished: 2025-09-12T08:00+08:00\nTags: 天气、北京\nEditor: 王\n\n北京下雨了。\n\n---\n\nCategory: 不是标题\n",
    "**Title:** Rain at last\n- Date: 2025\n- By: Ayesha Khan\n\nIt rained.\n",
    "## Rain\rCategory\rWeather\rCategory: Farming\rNote:\r\rIt rained.\r\n\n",
    "It rained all day. Nobody minded.\n\nThat is all.\n",
)
_FRONT_MATTER = (
    "---\n# about the post\ntitle: 'It''s raining'  # at last\ndate: 2025-09-12 10:38:19 +0500\n"  # noqa: ISC004
    'tags: [weather, "food, drink"]\ncategories:\n- News\n- name: Weather\n  slug: weather\n  icon: drop\n'
    "params:\n  hero: {src: a.jpg, wide: true}\nweight: 10\n---\n\nIt rained.\n\n---\n\nMore: later.\n",
    "---\r\ntitle: پنجاب میں بارش\r\nauthor: Ayesha Khan, Desk\r\ndraft: no\r\n\r\ndescription: >\r\n  Long\r\n  rain\r\n---\r\nلاہور۔\r\n",
    '+++\ntitle = "Rain" # at last\ndate = 2025-09-12T10:38:19+05:00\ntags = [\n  "weather",\n]\n\n[params]\nweight = 10\n\n[[authors]]\nname = "A. Khan"\ntwitter = "@khan"\n+++\n\nIt rained.\n',
    '{\n  "title": "Rain",\n  "tags": ["weather"],\n  "weight": 10\n}\n\nIt rained.\n',
    "\ufeff---\nlayout: post\n---\n",
    "No front matter at all.\n",
)
_OBJECTS = (
    '{\n  "$schema": "urn:snippetkit:article:1",\n  "title": "Rain",\n  "categories": [{"name": "Weather"}],\n'  # noqa: ISC004
    '  "published": "2025-09-12",\n  "extra": {"weight": 10}\n}\n',
    '{"title":"\\u0628\\u0627\\u0631\\u0634","tags":["a" , "b"],"x":{"y":[1,2.50,null]},"body":"It rained.\\n"}',
    '\ufeff { "body" : "It rained." , "weight" : 1e3 } \r\n',
)


def samples_of(format: Format[Any]) -> tuple[str, ...]:
    """Texts that *format* reads; none for a format that is not based on one of ours."""
    for kind, texts in ((Snippet, _SNIPPETS), (Markdown, _FRONT_MATTER), (Json, _OBJECTS)):
        if isinstance(format, kind):
            return texts
    return ()
