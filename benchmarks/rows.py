"""What is measured: each row of the table, as passes over one corpus."""

from __future__ import annotations

import datetime as dt
import functools
import io
import itertools
import json
import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

import snippetkit
from benchmarks import corpus
from benchmarks.measure import Pass, forget, ratios
from benchmarks.peers import (
    HEADER,
    Missing,
    peer,
    plain_of,
    struct,
    strung_together,
    with_pdfminer,
    with_pypdf,
)
from snippetkit import Article, Document, dump, dumps, loads
from snippetkit import dates as _dates
from snippetkit.formats import Format
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.ndjson import Ndjson
from snippetkit.formats.snippet import Snippet
from snippetkit.model.moment import parsed
from snippetkit.syntax._fast import only

__all__ = ["ROWS", "Figure", "Samples"]

ROOT = Path(__file__).parent.parent


@attrs.frozen(kw_only=True)
class Figure:
    """One figure of the table, and what it is held against."""

    row: str
    what: str
    value: float
    unit: str
    excellent: float | None = None
    moonshot: float | None = None
    more_is_better: bool = False

    def meets(self, goal: float | None) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if goal is None:
            return None
        return self.value >= goal if self.more_is_better else self.value <= goal


@attrs.frozen
class Samples:
    """The corpus, in the shapes that the passes read, each made when first asked for."""

    count: int
    rounds: int
    streamed: int
    """How many documents row 10 streams."""
    _made: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False)

    def _once(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    @property
    def texts(self) -> list[str]:
        """The snippets."""
        found: list[str] = self._once("texts", lambda: list(corpus.snippets(self.count)))
        return found

    @property
    def files(self) -> list[bytes]:
        """Their bytes."""
        found: list[bytes] = self._once("files", lambda: [text.encode() for text in self.texts])
        return found

    @property
    def articles(self) -> list[Article]:
        """What they say."""
        read = functools.partial(loads, format="snippet")
        found: list[Article] = self._once("articles", lambda: list(map(read, self.files)))
        return found

    @property
    def jsons(self) -> list[bytes]:
        """The same articles as compact JSON."""
        found: list[bytes] = self._once("jsons", lambda: list(map(_compact, self.articles)))
        return found

    @property
    def front_matters(self) -> list[bytes]:
        """The bytes of the same articles as Markdown with front matter."""

        def written(article: Article) -> bytes:
            return dumps(article, "markdown").encode()

        found: list[bytes] = self._once("front", lambda: list(map(written, self.articles)))
        return found

    @property
    def stamps(self) -> list[str]:
        """The document dates of the corpus: distinct times, of the days of one summer."""
        found: list[str] = self._once("stamps", lambda: list(corpus.stamps(self.count)))
        return found

    @property
    def other_stamps(self) -> list[str]:
        """Times of as many days, no day twice."""
        start = dt.datetime(1990, 1, 1, 8)  # noqa: DTZ001
        step = dt.timedelta(days=1, seconds=7919)
        return [corpus.stamped(start + n * step) for n in range(self.count)]


def _compact(article: Article) -> bytes:
    plain = json.loads(dumps(article, "json"))
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


# ── passes ──────────────────────────────────────────────────────────────────────────────────────


def each(function: Callable[[Any], object], items: Iterable[Any]) -> Pass:
    """One pass of *function* over *items*, results dropped one by one."""

    def run() -> None:
        for item in items:
            function(item)

    return lambda: run


def cold(make: Callable[[], Callable[[Any], object]], items: Sequence[Any]) -> Pass:
    """The same with a function made for the pass, no value in any cache at its beginning."""

    def prepare() -> Callable[[], object]:
        function = make()
        function(items[0])  # tables and patterns are made
        function = make()
        forget()
        return each(function, items)()

    return prepare


def warm(make: Callable[[], Callable[[Any], object]], items: Sequence[Any]) -> Pass:
    """The same after a pass over the very same items."""

    def prepare() -> Callable[[], object]:
        run = each(make(), items)()
        run()
        return run

    return prepare


def _loading(format: type[Format[Any]]) -> Callable[[], Callable[[Any], object]]:
    return lambda: functools.partial(loads, format=format())


def _tolerantly(format: Format[Any] | None = None) -> Callable[[bytes], object]:
    parse, format = Document.parse, format or Snippet()

    def read(data: bytes) -> object:
        document = parse(data, format, tolerant=True)
        return document.index, document.article

    return read


def _lazily() -> Callable[[bytes], object]:
    return functools.partial(Document.parse, format=Snippet(), tolerant=True)


def _reading_dates() -> Callable[[str], object]:
    return _dates.read


def _matched(data: bytes) -> object:
    found = HEADER.match(data.decode())
    return found and found.groups()


# ── rows ────────────────────────────────────────────────────────────────────────────────────────


def reading(samples: Samples) -> Iterator[Figure]:
    """Row 1: bytes → article, a well-formed snippet."""
    make, files = _loading(Snippet), samples.files
    passes = {
        "json": each(json.loads, samples.jsons),
        "cold": cold(make, files),
        "warm": warm(make, files),
        "regex": each(_matched, files),
    }
    found = ratios(passes, samples.rounds)
    never = _never_met(samples)
    say = functools.partial(Figure, row="1", unit="× json.loads")
    yield say(what="a snippet → Article", value=found["cold"], excellent=0.8, moonshot=0.6)
    yield say(what="… caches emptied before each document", value=never, excellent=1.2)
    yield say(what="… the same documents again", value=found["warm"])
    yield say(what="(decode + one regex)", value=found["regex"])


def _never_met(samples: Samples) -> float:
    """Reading where no cache ever has anything: the time for emptying them is taken off."""
    count = max(1, samples.count // 5)
    files, format = samples.files[:count], Snippet()

    def read(data: bytes) -> None:
        empty(data)
        loads(data, format)

    def empty(_: bytes) -> None:
        forget()
        _forget_spellings(format)

    passes = {
        "json": each(json.loads, samples.jsons[:count]),
        "read": each(read, files),
        "empty": each(empty, files),
    }
    found = ratios(passes, samples.rounds)
    return found["read"] - found["empty"]


def _forget_spellings(format: Snippet[Any]) -> None:
    """Forget what spellings say, not the patterns of the templates met."""
    if format._shapes:
        format._shapes.spellings.forget()


def tolerant(samples: Samples) -> Iterator[Figure]:
    """Row 2: tolerant reading, with the span of every value."""
    passes = {"json": each(json.loads, samples.jsons), "ours": cold(_tolerantly, samples.files)}
    value = ratios(passes, samples.rounds)["ours"]
    what = "the same, tolerantly, every span kept"
    yield Figure(row="2", what=what, value=value, unit="× json.loads", excellent=1.5, moonshot=1.0)


def front_matter(samples: Samples) -> Iterator[Figure]:
    """Row 3: against python-frontmatter with the C loader of YAML, on the same articles."""
    frontmatter = peer("frontmatter")
    if not peer("yaml").__with_libyaml__:
        raise Missing("PyYAML has no C loader here")
    passes = {
        "peer": each(frontmatter.loads, samples.front_matters),
        "strict": cold(_loading(Snippet), samples.files),
        "tolerant": cold(_tolerantly, samples.files),
    }
    found = ratios(passes, samples.rounds)
    say = functools.partial(Figure, row="3", unit="× as fast", more_is_better=True)
    yield say(
        what="a snippet → Article, against python-frontmatter",
        value=1 / found["strict"],
        excellent=10,
        moonshot=13,
    )
    yield say(what="… tolerantly", value=1 / found["tolerant"], excellent=5, moonshot=8)


def markdown(samples: Samples) -> Iterator[Figure]:
    """Row F: the same Markdown with YAML, which python-frontmatter reads into a dict."""
    frontmatter = peer("frontmatter")
    files = samples.front_matters
    passes = {
        "peer": each(frontmatter.loads, files),
        "ours": cold(_loading(Markdown), files),
        "tolerant": cold(lambda: _tolerantly(Markdown()), files),
    }
    found = ratios(passes, min(samples.rounds, 5))
    say = functools.partial(Figure, row="F", unit="× as fast", more_is_better=True)
    what = "front matter → Article, against python-frontmatter"
    yield say(what=what, value=1 / found["ours"])
    yield say(what="… tolerantly, every span kept", value=1 / found["tolerant"])


def lazy(samples: Samples) -> Iterator[Figure]:
    """Row 4: a document of which nothing is asked yet."""
    passes = {"peer": each(_matched, samples.files), "ours": cold(_lazily, samples.files)}
    value = ratios(passes, samples.rounds)["ours"]
    unit = "× decode + one regex"
    what = "a lazy document, nothing looked at"
    yield Figure(row="4", what=what, value=value, unit=unit, excellent=1.25, moonshot=1.15)


def dates(samples: Samples) -> Iterator[Figure]:
    """Row 6: the document date, against dateutil."""
    parse = peer("dateutil.parser").parse
    stamps, others = samples.stamps, samples.other_stamps
    passes = {
        "peer": each(parse, stamps),
        "ours": cold(_reading_dates, stamps),
        "others": cold(_reading_dates, others),
    }
    found = ratios(passes, samples.rounds)
    say = functools.partial(Figure, row="6", unit="× as fast", more_is_better=True)
    what = "the document date, against dateutil"
    yield say(what=what, value=1 / found["ours"], excellent=30, moonshot=80)
    yield say(what="… no day twice", value=1 / found["others"])


_DATES = 5_000
"""How many dates are read in a round at most."""
_TRIED = 120
"""How many dates dateparser reads in a round: it takes a thousand times as long."""


def _against(samples: Samples, texts: Sequence[str]) -> dict[str, float]:
    """How many times as fast each date is read as by the peers, refusals included."""
    parse = peer("dateutil.parser").parse
    passes = {
        "ours": cold(lambda: _tried(_dates.read), texts),
        "dateutil": each(_tried(parse), texts),
    }
    found = {"dateutil": ratios(passes, samples.rounds)["dateutil"]}
    few = texts[:_TRIED]
    passes = {
        "ours": cold(lambda: _tried(_dates.read), few),
        "dateparser": each(_tried(peer("dateparser").parse), few),
    }
    found["dateparser"] = ratios(passes, min(samples.rounds, 3))["dateparser"]
    return found


def _tried(read: Callable[[str], object]) -> Callable[[str], object]:
    def tried(text: str) -> object:
        try:
            return read(text)
        except (ValueError, OverflowError, ArithmeticError):
            return None

    return tried


def dates_in_english(samples: Samples) -> Iterator[Figure]:
    """Row D1: known shapes, hardly a day twice."""
    found = _against(samples, list(corpus.spelled(corpus.ENGLISH, min(samples.count, _DATES))))
    say = functools.partial(Figure, row="D1", unit="× as fast", more_is_better=True)
    yield say(what="English dates, against dateutil", value=found["dateutil"])
    yield say(what="… against dateparser", value=found["dateparser"])


def dates_abroad(samples: Samples) -> Iterator[Figure]:
    """Row D2: twelve other languages, which dateutil does not read."""
    texts = list(corpus.spelled(corpus.ABROAD, min(samples.count, _DATES)))
    read, few = _dates.read, texts[:_TRIED]
    _dates.read("12 ستمبر 2025")  # the table is there
    passes = {"iso": each(snippetkit.Moment.parse, [str(read(text)) for text in texts])}
    passes["ours"] = cold(_reading_dates, texts)
    slow = {"ours": cold(_reading_dates, few), "peer": each(peer("dateparser").parse, few)}
    say = functools.partial(Figure, row="D2", unit="× as fast", more_is_better=True)
    value = ratios(slow, min(samples.rounds, 3))["peer"]
    yield say(what="dates of twelve languages, against dateparser", value=value)
    value = ratios(passes, samples.rounds)["ours"]
    yield Figure(
        row="D2", what="… of Moment.parse of the same in ISO 8601", value=value, unit="× the time"
    )


def refusals(samples: Samples) -> Iterator[Figure]:
    """Row D3: what is no date."""
    texts = [
        corpus.NO_DATES[n % len(corpus.NO_DATES)].format(n)
        for n in range(min(samples.count, _DATES))
    ]
    found = _against(samples, texts)
    say = functools.partial(Figure, row="D3", unit="× as fast", more_is_better=True)
    yield say(what="what is no date, refused, against dateutil", value=found["dateutil"])
    yield say(what="… against dateparser", value=found["dateparser"])


def _using(names: Sequence[str], prepare: Pass) -> Pass:
    """The same, with only these of the libraries of the extra ``fast``."""

    def ready() -> Callable[[], object]:
        with only(*names):
            run = prepare()

        def timed() -> None:
            with only(*names):
                run()

        return timed

    return ready


def json_in(samples: Samples) -> Iterator[Figure]:
    """Row 7: JSON → article, for which no library of an extra is needed.

    In brackets, the least that it could be with these libraries: their own time, and moments made of
    the three dates. Neither is an article yet, and a name that stands twice goes unnoticed.
    """
    decode = peer("msgspec").json.Decoder(struct()).decode
    texts, plain = peer("msgspec").json.Decoder(struct(str, str)).decode, peer("orjson").loads

    def dated(data: bytes) -> object:
        said = texts(data)
        return parsed(said.published), parsed(said.document_date), parsed(said.dateline.date)

    def dated_plain(data: bytes) -> object:
        said = plain(data)
        day, time = parsed(said["published"]), parsed(said["document_date"])
        return day, time, parsed(said["dateline"]["date"])

    passes = {
        "peer": each(decode, samples.jsons),
        "ours": cold(_loading(Json), samples.jsons),
        "json alone": each(json.loads, samples.jsons),
        "orjson alone": each(plain, samples.jsons),
        "orjson, dated": cold(lambda: dated_plain, samples.jsons),
        "msgspec, dated": cold(lambda: dated, samples.jsons),
    }
    found = ratios(passes, samples.rounds)
    say = functools.partial(Figure, row="7", unit="× msgspec → Struct")
    yield say(what="JSON → Article", value=found["ours"], excellent=2.6, moonshot=2.2)
    yield say(
        what="… against the goal with orjson", value=found["ours"], excellent=1.6, moonshot=1.3
    )
    yield say(what="… and that with msgspec", value=found["ours"], excellent=1.15, moonshot=1.1)
    yield say(what="(json.loads alone)", value=found["json alone"])
    yield say(what="(orjson.loads alone)", value=found["orjson alone"])
    yield say(what="(… and three moments)", value=found["orjson, dated"])
    yield say(what="(msgspec, and three moments)", value=found["msgspec, dated"])


def json_out(samples: Samples) -> Iterator[Figure]:
    """Row 8: article → JSON; the texts are fresh, so that none has its UTF-8 kept inside.

    The peers give bytes, and `dumps` a text: into a file of bytes it is the same that is done. In
    brackets, the least that it could be with orjson: written by hand for the articles of the corpus.
    """
    msgspec, orjson = peer("msgspec"), peer("orjson")
    decode, encode = msgspec.json.Decoder(struct()).decode, msgspec.json.encode

    def fresh(read: Callable[[bytes], Any], make: Callable[[], Callable[[Any], object]]) -> Pass:
        def prepare() -> Callable[[], object]:
            return each(make(), list(map(read, samples.jsons)))()

        return prepare

    read = functools.partial(loads, format="json")
    line = fresh(read, lambda: functools.partial(dumps, format=Ndjson()))
    file = fresh(read, _into_a_file)
    passes = {
        "peer": fresh(decode, lambda: encode),
        "file, json": _using([], file),
        "file, orjson": _using(["orjson"], file),
        "json": _using([], line),
        "orjson": _using(["orjson"], line),
        "lines": _using([], fresh(read, lambda: functools.partial(dumps, format=Json()))),
        "json alone": fresh(json.loads, lambda: functools.partial(json.dumps, ensure_ascii=False)),
        "orjson alone": fresh(json.loads, lambda: orjson.dumps),
        "orjson, by hand": fresh(read, lambda: lambda article: orjson.dumps(plain_of(article))),
    }
    found = ratios(passes, samples.rounds)
    say = functools.partial(Figure, row="8", unit="× msgspec from Struct")
    goals, faster = {"excellent": 2.3, "moonshot": 1.8}, {"excellent": 1.4, "moonshot": 1.2}
    yield say(what="Article → a line of JSON in a file (json)", value=found["file, json"], **goals)
    yield say(what="… (orjson)", value=found["file, orjson"], **faster)
    yield say(what="… as a text (json)", value=found["json"], **goals)
    yield say(what="… as a text (orjson)", value=found["orjson"], **faster)
    yield say(what="… indented (json)", value=found["lines"])
    yield say(what="(json.dumps alone)", value=found["json alone"])
    yield say(what="(orjson.dumps alone)", value=found["orjson alone"])
    yield say(what="(orjson.dumps of a dict by hand)", value=found["orjson, by hand"])


def _into_a_file() -> Callable[[Article], object]:
    format = Ndjson()
    return lambda article: dump(article, io.BytesIO(), format)


_IMPORT = """
import sys, time
sys.path[:0] = {path!r}
start = time.process_time()
{statement}
print(time.process_time() - start)
"""


def importing(samples: Samples) -> Iterator[Figure]:
    """Row 9: the import, in fresh processes."""
    statements = {
        "peers": "import attrs, cattrs",
        "ours": "import snippetkit",
        "names": "from snippetkit import Article, Document, load, loads",
    }
    rounds = [
        {name: _import_time(statements[name]) for name in list(statements)[:: 1 - 2 * (n % 2)]}
        for n in range(samples.rounds * 3)
    ]
    say = functools.partial(Figure, row="9", unit="× import attrs, cattrs")
    value = _median_ratio(rounds, "ours", "peers")
    yield say(what="import snippetkit", value=value, excellent=1.05, moonshot=0.8)
    value = _median_ratio(rounds, "names", "peers")
    yield say(what="(and Article, Document, load)", value=value)


def _import_time(statement: str) -> float:
    place = [str(Path(snippetkit.__file__).parent.parent)]
    code = _IMPORT.format(path=place, statement=statement)
    return float(_output([sys.executable, "-I", "-c", code]))


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def _median_ratio(rounds: list[dict[str, float]], one: str, other: str) -> float:
    return statistics.median(taken[one] / taken[other] for taken in rounds)


def streaming(samples: Samples) -> Iterator[Figure]:
    """Row 10: what a long stream leaves in memory, in a process of its own."""
    if not Path("/proc/self/statm").exists():
        raise Missing("only Linux says what memory is resident")
    place = str(Path(snippetkit.__file__).parent.parent)
    command = [sys.executable, "-m", "benchmarks.stream", place, str(samples.streamed)]
    first, half, last = map(float, _output(command).split())
    say = functools.partial(Figure, row="10", unit="MB")
    what = f"growth of memory over {samples.streamed:,} documents"
    yield say(what=what, value=last - first, excellent=8.0, moonshot=1.0)
    yield say(what="… in the second half", value=last - half)


def keeping(samples: Samples) -> Iterator[Figure]:
    """Row 11: what an article that is kept takes."""
    files = samples.files[:2000]
    size = sum(map(len, files))
    say = functools.partial(Figure, row="11", unit="× file size")
    article = _kept(functools.partial(loads, format=Snippet()), files) / size
    yield say(what="an article kept", value=article, excellent=2.0, moonshot=1.3)
    document = _kept(functools.partial(Document.parse, format=Snippet()), files) / size
    yield say(what="… with its document", value=document, excellent=2.3)
    text = _kept(bytes.decode, files) / size
    yield say(what="(the text alone)", value=text)


def _kept(read: Callable[[bytes], object], files: list[bytes]) -> int:
    """The bytes that the results hold, after the caches have seen the same documents."""
    for data in files:
        read(data)
    tracemalloc.start()
    kept = [read(data) for data in files]
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return size if kept else 0


_LATELY = 24  # fewer documents than keep what was computed of them: see `snippetkit.document`


def putting(samples: Samples) -> Iterator[Figure]:
    """Row 13: one field changed, the whole text read again to prove it; a few documents a pass.

    Reading is that of row 2, as to write it takes to know where everything stands.
    """
    format = Snippet()
    for data in samples.files:
        loads(data, format)
    starts = itertools.cycle(range(0, max(1, samples.count - _LATELY), _LATELY))
    pieces = (samples.files[start : start + _LATELY] for start in starts)
    read = _tolerantly(format)
    passes = {
        "reading": each(read, next(pieces)),
        "loads": lambda: _load(format, next(pieces)),
        "indexed": lambda: _put(format, next(pieces), indexed=True),
        "fresh": lambda: _put(format, next(pieces), indexed=False),
    }
    found = ratios(passes, samples.rounds * 9)
    say = functools.partial(Figure, row="13", unit="× reading with spans")
    goals = {"excellent": 1.5, "moonshot": 1.0}
    yield say(what="put of one field, the document indexed before", value=found["indexed"], **goals)
    yield say(what="… and not indexed before", value=found["fresh"], **goals)
    yield say(what="(reading without spans, as in row 1)", value=found["loads"])


def _load(format: Format[Any], files: Iterable[bytes]) -> Callable[[], object]:
    return each(functools.partial(loads, format=format), files)()


def _put(format: Format[Any], files: Iterable[bytes], *, indexed: bool) -> Callable[[], object]:
    """Documents that have been read, and for each an article with another title."""
    pairs = []
    for data in files:
        document = Document.parse(data, format)
        pairs.append((document, document.article.evolve(title="Rain at last")))
        if indexed:
            _ = document.index

    def run() -> None:
        for document, article in pairs:
            document.put(article)

    return run


def whole_files(samples: Samples) -> Iterator[Figure]:
    """Rows W1 and W2: what people string together for such files, text or PDF."""
    by_hand = functools.partial(strung_together, peer("dateutil.parser").parse)
    passes = {
        "ours": cold(lambda: loads, samples.files),
        "by hand": each(lambda data: by_hand(data.decode()), samples.files),
    }
    say = functools.partial(Figure, unit="× as fast", more_is_better=True)
    value = ratios(passes, samples.rounds)["by hand"]
    yield say(row="W1", what="a text, against regex and dateutil", value=value)
    for name, extract in (("pypdf", with_pypdf), ("pdfminer", with_pdfminer)):
        value = _of_pdfs(samples, functools.partial(extract, peer(name)), by_hand)
        yield say(row="W2", what=f"a PDF, against {name}, regex and dateutil", value=value)


_PDFS = 30
"""How many PDFs are read in a round."""


def _of_pdfs(
    samples: Samples, extract: Callable[[bytes], str], by_hand: Callable[[str], object]
) -> float:
    files = [path.read_bytes() for path in sorted((ROOT / "docs" / "exports").glob("*.pdf"))]
    files = files * -(-min(samples.count, _PDFS) // len(files))
    passes = {"ours": _here(files), "peer": each(lambda data: by_hand(extract(data)), files)}
    return ratios(passes, samples.rounds)["peer"]


def _here(files: Sequence[bytes]) -> Pass:
    """PDFs read in this process, whose time it is that is taken, and not in one of their own."""

    def run() -> None:
        setattr(sys, "frozen", True)  # noqa: B010 - mypy knows no such attribute
        for data in files:
            loads(data)
        delattr(sys, "frozen")

    return lambda: run


ROWS: dict[str, Callable[[Samples], Iterator[Figure]]] = {
    "1": reading,
    "2": tolerant,
    "3": front_matter,
    "4": lazy,
    "6": dates,
    "7": json_in,
    "8": json_out,
    "9": importing,
    "10": streaming,
    "11": keeping,
    "13": putting,
    "F": markdown,
    "D1": dates_in_english,
    "D2": dates_abroad,
    "D3": refusals,
    "W": whole_files,
}
