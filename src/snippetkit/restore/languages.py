"""Small words of languages: those that never end a sentence, and those that never start one.

Each table has a few words that occur most often at the ends of lines. A language without a table
loses little: see `docs/explanation/paragraphs.md`.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from snippetkit.restore.marks import TOKEN, bare

__all__ = ["Words", "guessed", "words_of"]


class Words(NamedTuple):
    """The small words of one language."""

    never_last: frozenset[str] = frozenset()
    """Words with which no sentence ends: articles, prepositions, conjunctions."""
    never_first: frozenset[str] = frozenset()
    """Words with which no sentence starts: those that follow their noun, or join two."""
    leaning: frozenset[str] = frozenset()
    """Words that start a sentence which leans on the one before: pronouns, *however*."""
    abbreviations: frozenset[str] = frozenset()
    """Abbreviations whose full stop does not end a sentence, without that stop."""
    suspends: frozenset[str] = frozenset()
    """Words that complete a suspended hyphen: German *Vor- und Nachteile*."""
    compounds: frozenset[str] = frozenset()
    """Words with a hyphen of their own after them: *long-term*, *co-author*."""


_NEVER_LAST: Final = {
    "en": """the a an of to and or but nor in on at for from with without by as is are was were be been being
        has have had that which who whom whose its their his our your my this these those into onto under between
        among through during about against than if because while when where whether will would shall should can
        could may might must not every each no mr mrs ms dr""",
    "de": """der die das den dem des ein eine einen einem einer eines und oder aber sowie in im an am auf aus bei mit
        nach von vom zu zum zur für über unter gegen durch ohne um als wie dass weil wenn ob ist sind war waren wird
        werden nicht auch sein seine seiner ihr ihre ihrer zwischen seit bis beim des""",
    "nl": """de het een en of maar in op aan van voor met zonder door uit bij naar tot over onder tegen tussen als dat
        die wie is zijn was waren wordt worden werd heeft hebben niet ook hun haar om te dan""",
    "sv": """den det de en ett och eller men i på av för med utan om till från vid mot under över att som är var har
        hade inte sin sitt sina""",
    "da": """den det de en et og eller men i på af for med uden om til fra ved mod under over at som er var har havde
        ikke sin sit sine""",
    "no": """den det de en et ei og eller men i på av for med uten om til fra ved mot under over å at som er var har
        hadde ikke sin sitt sine""",
    "fi": "ja tai mutta että joka jotka on ei ovat oli sekä kuin",
    "fr": """le la les l' un une des du de d' et ou mais dans en à au aux sur sous par pour avec sans chez que qui dont où
        ce cette ces son sa ses leur leurs est sont était ont a ne se comme entre vers lors""",
    "es": """el la los las un una unos unas de del y e o u pero en a al con sin por para sobre entre que quien cuyo cuya
        su sus este esta estos estas es son fue ha han no se como según desde hasta""",
    "pt": """o a os as um uma uns umas de do da dos das e ou mas em no na nos nas ao aos à às com sem por para pelo pela
        pelos pelas sobre entre que cujo cuja seu sua seus suas este esta é são foi não se como até desde""",
    "it": """il lo la i gli le un uno una di del dello della dei degli delle e ed o ma in nel nella nei nelle a al alla
        ai alle da dal dalla con per su sul sulla tra fra che cui suo sua suoi sue è sono non si come""",
    "ro": "și sau dar în la pe cu de din pentru că care este sunt nu un o al ai ale prin către",
    "ca": "el la els les un una de del dels i o però en a al amb sense per sobre entre que és són no com fins",
    "pl": """i a oraz lub ale w we z ze na do od po za przy przez dla o u nad pod między że który która które jest są
        był była nie się jak to ich jego jej""",
    "cs": "a i nebo ale v ve z ze s se na do od po za při pro o u nad pod mezi že který která které je jsou byl byla",
    "sk": "a i alebo ale v vo z zo s so na do od po za pri pre o u nad pod medzi že ktorý ktorá ktoré je sú bol bola",
    "ru": """и а но или в во на с со к ко о об от до из у за по под над при для без через между что который которая
        которые не это как его её их же бы""",
    "uk": """і й та а але або в у на з із зі до від по за під над при для без через між що який яка які не це як його
        її їх""",
    "bg": "и а но или в във на с със към от до из за по под над при без през между че който която които не е са",
    "sr": "и или али у на с са к ка од до из за по под над при без кроз између да који која које не је су",
    "el": """ο η το οι τα του της των τον την τους τις ένας μια μία ένα και ή αλλά σε στο στη στην στον στα στους στις με
        χωρίς για από προς κατά μετά ότι πως να θα δεν είναι ήταν έχει""",
    "tr": "ve veya ya ile için bir bu şu o her en çok",
    "hu": "a az egy és vagy de hogy nem is",
    "id": """yang dan atau tetapi di ke dari untuk dengan pada oleh dalam sebagai adalah akan telah sudah bahwa tidak
        para sebuah seorang antara terhadap tentang karena""",
    "ms": """yang dan atau tetapi di ke dari untuk dengan pada oleh dalam sebagai adalah akan telah sudah bahwa tidak
        para sebuah seorang antara terhadap tentang kerana""",
    "tl": "ang ng mga sa na at o ay ni si kay",
    "sw": """na ya wa la za cha vya kwa katika kutoka au lakini ni si kuwa kwamba ambao ambayo ambaye hadi hii hiyo
        huo wake yake""",
    "vi": "và hoặc nhưng của cho với trong trên dưới từ đến tại ở là được bị do bởi các những một đã đang sẽ không để về",
    "ar": "في من إلى على عن مع بين حتى منذ أو ثم أن إن التي الذي الذين لا لم لن ما هو هي قد كما بعد قبل خلال عبر و",
    "fa": "در از به با که و یا را بر برای تا این آن هر یک نیز اما بین بدون",
    "ur": "کے کا کی میں سے کو نے پر اور یا کہ جو اس ان یہ وہ لیے ایک",
    "he": "את של על עם אל או כי לא הוא היא בין",
    "hi": "के का की में से को ने पर और या कि जो इस उस इन उन यह वह लिए एक तथा एवं",
    "bn": "ও এবং বা কিন্তু যে এই সেই এক একটি",
    "ta": "மற்றும் அல்லது ஒரு இந்த அந்த",
    "si": "සහ හා හෝ මෙම එම",
}

_NEVER_FIRST: Final = {
    "en": "of and or",
    "tr": "ve ile için gibi de da ki olarak göre kadar",
    "ur": "کے کا کی میں سے کو نے پر ہے ہیں تھا تھی تھے گا گی گے تک اور",
    "fa": "و را که",
    "hi": "के का की में से को ने पर है हैं था थी थे गा गी गे तक और तथा",
    "bn": "ও জন্য সঙ্গে থেকে",
    "si": "විසින් සඳහා සමඟ ලෙස",
}

_LEANING: Final = {
    "en": """he she it they his her its their this these that those such both however moreover therefore thus then
        but and also meanwhile""",
    "de": "er sie es sein seine ihr ihre dies diese dieser dieses dabei dazu damit doch aber auch zudem außerdem",
    "nl": "hij zij ze het zijn haar hun dit deze dat die daarbij maar ook bovendien",
    "sv": "han hon den det de hans hennes deras detta dessa men också",
    "fr": "il elle ils elles son sa ses leur leurs ce cette ces cela mais aussi",
    "es": "él ella ellos su sus este esta esto estos estas pero también además",
    "pt": "ele ela eles elas seu sua este esta isso mas também além",
    "it": "lui lei essi suo sua questo questa questi ma anche inoltre",
    "pl": "on ona oni jego jej ich to ten ta te ale także",
    "ru": "он она оно они его её их это этот эта эти но также при",
    "uk": "він вона воно вони його її їх це цей ця ці але також",
    "el": "αυτός αυτή αυτό αυτοί αλλά επίσης",
    "tr": "o bu bunlar ancak ama ayrıca",
    "id": "ia dia mereka ini itu namun tetapi selain",
    "sw": "yeye wao hii hiyo hata lakini pia",
    "vi": "ông bà họ nó này đó nhưng",
}

_ABBREVIATIONS: Final = {
    "en": """mr mrs ms dr prof sen rep gov gen col lt sgt capt maj adm rev hon st vs no nos jan feb mar apr aug sept sep
        oct nov dec ave blvd dept fig supt cmdr""",
    "de": "dr prof bzw ca usw st nr jan feb aug sept okt nov dez hr fr mio mrd abs art vgl sog bspw",
    "nl": "dhr mevr dr prof ir mr drs ca bijv nr st jl resp",
    "sv": "dr prof ca nr kl jfr",
    "da": "dr prof ca nr kl jf",
    "no": "dr prof ca nr kl jf",
    "fr": "m mm mme mlle dr mgr st art env",
    "es": "sr sra srta dr dra prof ud uds núm art ee.uu aprox",
    "pt": "sr sra dr dra prof art nº aprox",
    "it": "sig dott prof on art ing avv",
    "pl": "dr prof ul np tj nr gen tys mln mld",
    "cs": "dr prof ul např tj č mj tis mil",
    "ru": "г гг ул им др млн млрд тыс руб проф акад стр рис св",
    "uk": "р рр вул ім тис млн млрд грн проф акад",
    "el": "κ κκ δρ π.χ δηλ αρ",
    "tr": "dr prof doç av sn no mah cad sok",
    "id": "dr prof ir no jl sdr",
    "ms": "dr prof no jln en pn",
    "hi": "डॉ श्री प्रो",
    "bn": "ড মো",
}

_SUSPENDS: Final = {
    "en": "and or to",
    "de": "und oder bzw bzw. bis sowie",
    "nl": "en of tot",
    "sv": "och eller",
    "da": "og eller",
    "no": "og eller",
    "fi": "ja tai",
}

_COMPOUNDS: Final = {
    "en": """long short high low well self non co ex anti pre post mid all half part full cross so two three four five
        first second third multi semi vice single double state large small hard old new""",
    "de": "ex nicht vize co",
    "nl": "ex oud vice niet co non",
    "fr": "ex non demi vice mi sous quasi semi anti peut vis rendez celui celle ceux avant après grand contre",
    "es": "ex anti vice",
    "pt": "ex anti vice recém bem mal meio guarda segunda terça quarta quinta sexta",
    "it": "ex anti vice",
    "ro": "ex într dintr printr",
    "ru": "экс вице по кое из северо юго пресс",
    "uk": "екс віце по прес",
    "pl": "eks wice pół",
    "id": "non anti ke",
    "ms": "non anti ke",
}

_TABLES: Final = (_NEVER_LAST, _NEVER_FIRST, _LEANING, _ABBREVIATIONS, _SUSPENDS, _COMPOUNDS)
_ENOUGH = 3_000
"""How many words of a text are looked at to tell its language."""
_TAG = re.compile("[A-Za-z]{2,3}")


def _table(words: str) -> frozenset[str]:
    return frozenset(words.replace("\n", " ").split(" ")) - {""}


@functools.lru_cache(maxsize=64)
def words_of(language: str | None) -> Words:
    """The small words of a language, given as a BCP 47 tag; empty if it has no table.

    >>> "the" in words_of("en-GB").never_last, words_of("tlh").never_last
    (True, frozenset())
    """
    match = _TAG.match(language or "")
    code = match[0].lower() if match else ""
    return Words(*(_table(table.get(code, "")) for table in _TABLES))


@functools.cache
def _languages() -> Mapping[str, Sequence[str]]:
    """Small word → the languages that have it."""
    found = defaultdict[str, list[str]](list)
    for code in _NEVER_LAST:
        for word in words_of(code).never_last:
            found[word].append(code)
    return found


def guessed(text: str) -> str | None:
    """The language with the most small words in *text*; None if no table has three.

    It only selects a table, so it need not distinguish languages that share their words.

    >>> guessed("Der Zug ist nicht in der Stadt, und das ist gut.")
    'de'
    """
    counts = Counter(map(re.Match.group, islice(TOKEN.finditer(text), _ENOUGH)))
    scores, languages = dict.fromkeys(_NEVER_LAST, 0), _languages()
    for token, count in counts.items():
        for code in languages.get(bare(token).lower(), ()):
            scores[code] += count
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= 3 else None
