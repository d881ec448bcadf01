"""The words of by-lines: those before and between names, roles, desks, publishers."""

from __future__ import annotations

import functools
import re
from typing import Final

from snippetkit.datelines import words as agencies
from snippetkit.datelines.words import folded

__all__ = [
    "JOINS",
    "LEADS",
    "NAMELIKE",
    "is_desk",
    "is_house",
    "is_house_word",
    "is_known_desk",
    "is_listed",
    "is_paper",
    "is_role",
    "is_section",
    "is_suffix",
    "names_a_role",
]


def _split(table: str) -> list[str]:
    """The names of *table*: parted by bars and line ends."""
    return [name.strip(" ") for name in re.split(r" \| |\n", table) if name.strip(" ")]


_LEADS: Final[dict[str | None, str]] = {
    None: """
by | by: | written by | story by | text by | words by | posted by | published by | reported by | report by | author: | authors: | byline: | from | text: | words: | story:
por | por: | texto: | texto por | redacción: | escrito por | par | par: | texte: | texte : | auteur: | auteur : | de notre correspondant | propos recueillis par
von | von: | text von | bericht: | autor: | autorin: | autoren: | redaktion: | di | di: | testo di | a cura di | articolo di | door | door: | tekst: | av | af | av: | tekst av | text av | skrevet av
kirjoittanut | teksti: | írta: | szerző: | autor | tekst | napisał | napisała | oprac. | připravil | připravila | napsal | napsala | autori: | de:
oleh | oleh: | penulis: | reporter: | laporan | laporan: | laporan oleh | ditulis oleh | na | ni | ni: | mwandishi: | isinulat ni | ulat ni | bởi | tác giả: | bài: | theo | yazan: | haber: | yazar: | haberi yazan:
muallif: | müəllif: | автор: | авторы: | автор | текст: | текст | материал подготовил: | материал подготовила: | подготовил | подготовила | от | автори: | мақола муаллифи: | του | της | συντάκτης:
از | از: | نویسنده: | گزارش از | گزارش: | به قلم | بقلم | بقلم: | كتب | كتبت | كتب: | كتبت: | إعداد | إعداد: | تحرير: | تقرير: | تحریر | تحریر: | رپورٹ | رپورٹ: | از قلم: | از قلم | מאת | מאת:
लेखक: | लेखिका: | रिपोर्ट: | रिपोर्टर: | लेखक | संवाददाता: | লেখক: | প্রতিবেদক: | লিখেছেন | லேখক: | எழுதியவர்: | රචනය: | โดย | โดย: | ผู้เขียน: | ដោយ | ໂດຍ
记者 | 記者 | 记者: | 记者： | 記者： | 本报记者 | 本報記者 | 本报记者： | 通讯员 | 特派记者 | 特派記者 | 特约记者 | 作者： | 作者: | 文/ | 文｜ | 文| | 文： | 撰文： | 撰文/ | 采写： | 文 / | 筆者： | 取材： | 글 | 글: | 글= | 작성: | 기자:
""",
    "reporter": "reporting by | reporting: | reportage: | reportage : | additional reporting by",
    "writer": "writing by | writing:",
    "editor": """
editing by | edited by | editing: | editor: | edited: | redakcja: | redaktor: | редактор: | edición: | edição: | édité par | bearbeitet von | penyunting: | editor : | ویرایش: | تدوین:
编辑： | 编辑: | 責任編輯： | 责任编辑： | 责编： | 編集： | 편집: | संपादन: | সম্পাদনা:
""",
    "photographer": """
photographs by | photos by | photo by | photography by | pictures by | photos: | photo: | photos : | photo : | fotos: | foto: | fotos von | foto di | foto: | bilder: | bild: | fotografías: | foto av | zdjęcia: | фото: | фото | foto oleh
عکس: | عکاس: | تصوير: | تصاویر: | 摄影： | 攝影： | 图/ | 图： | 攝影/ | 写真： | 사진: | 사진 | फोटो: | ছবি:
""",
    "translator": "translated by | translation by | translation: | traducción: | traduction: | übersetzung: | перевод: | ترجمه: | ترجمہ: | 翻译： | 译/ | 翻訳：",
    "illustrator": "illustrated by | illustrations by | illustration by | illustration: | ilustración: | illustrationen: | graphics by | graphic by",
    "compiler": "compiled by | compiled: | prepared by | zusammengestellt von",
    "producer": "produced by | video by | video: | videos by",
}

LEADS: Final = {folded(phrase): role for role, table in _LEADS.items() for phrase in _split(table)}
"""The words before names, and the role that each gives; ``By`` gives none."""
NAMELIKE: Final = frozenset(
    ("di", "von", "na", "ni", "af", "av", "par", "por", "autor", "from", "text", "от", "του")
)
"""Those of them that can be a name's first word: they count in front of two words or more."""

JOINS: Final = (
    *("and", "&", "with", "avec", "mit", "con", "com", "met", "med", "und", "et", "y", "e", "ed"),
    *("en", "og", "och", "i", "ja", "и", "та", "ve", "və"),
    *("va", "dan", "na", "și", "és", "và", "και", "و"),
    *("او", "اور", "और", "एवं", "तथा", "व", "এবং", "ও"),
    *("மற்றும்", "සහ", "และ", "和", "与", "與", "及", "と", "및", "와", "과", "და", "եւ"),
)
"""The words that join names, with blanks on both sides."""


# ── roles, houses, desks ───────────────────────────────────────────────────────────────────────

_ROLE_ENDINGS: Final = """
writer | reporter | reporters | correspondent | correspondents | editor | editors | journalist | photographer | photojournalist | columnist
contributor | contributors | analyst | producer | director | author | anchor | critic | blogger | intern | fellow | researcher | professor | lecturer
president | chairman | chairwoman | chair | ceo | cto | cfo | coo | founder | co-founder | manager | officer | spokesman | spokeswoman | spokesperson
minister | secretary | ambassador | engineer | developer | designer | scientist | economist | historian | translator | cartoonist | illustrator
compiler | videographer | publisher | chief | head | lead | coordinator | specialist | consultant | advisor | adviser | attorney | lawyer | stringer
redakteur | redakteurin | korrespondent | korrespondentin | reporterin | volontär | chefredakteur | journalistin | autor | autorin | fotograf
journaliste | correspondant | correspondante | rédacteur | rédactrice | envoyé spécial | envoyée spéciale | rédacteur en chef | grand reporter
corresponsal | redactor | redactora | enviado especial | enviada especial | periodista | editora | correspondente | repórter | jornalista | inviato | inviata
corrispondente | giornalista | redattore | redattrice | verslaggever | correspondente | redacteur | dziennikarz | dziennikarka | redaktor
muhabir | muhabiri | editör | yazar | temsilcisi | wartawan | koresponden | kontributor | mwandishi | mhariri | phóng viên
корреспондент | корр | спецкор | журналист | обозреватель | редактор | собкор | кореспондент | журналіст | редакторка
مراسل | محرر | صحفي | كاتب | خبرنگار | گزارشگر | نویسنده | سردبیر | نامہ نگار | رپورٹر | کالم نگار | ایڈیٹر | संवाददाता | संपादक | पत्रकार | প্রতিবেদক | প্রতিনিধি
特派員 | 記者 | 论说委员 | 論説委員 | 編集委員 | 特派记者 | 编辑 | 評論員 | 主笔 | 特派원 | 특파원 | 선임기자 | 전문기자 | 논설위원 | 인턴기자 | 편집위원
"""
_SECTIONS: Final = """
policy | politics | business | sports | sport | technology | tech | science | health | opinion | culture | arts | education | economy | finance | markets
world | national | international | foreign | local | metro | city | city desk | features | lifestyle | travel | food | weather | climate | energy | religion
media | security | defense | defence | legal | courts | crime | data | research | engineering | product | design | marketing | communications | investigations
text | texts | words | photo | photos | photography | pictures | images | video | videos | graphics | illustrations | reporting | editing | translation
texte | fotos | foto | bilder | bild | grafik | texto | textos | imágenes | testo | testi | fotografie | tekst | tekster | текст | фото
africa | african | asia | asia pacific | europe | americas | latin america | north america | south america | middle east | south asia
politik | wirtschaft | kultur | wissen | feuilleton | ausland | inland | welt | panorama | gesellschaft | regional | lokales | wissenschaft | afrika | asien | europa
monde | afrique | asie | société | sciences | sports | international | proche-orient | internacional | mundo | deportes | sociedad | nacional | áfrica | américa
esportes | desporto | sociedade | economia | mondo | sport | esteri | buitenland | binnenland | economie | wereld | świat | kraj | gospodarka | polska | utrikes | inrikes | ekonomi | udland
indland | utenriks | innenriks | ulkomaat | kotimaa | talous | urheilu | svět | domácí | zahraničí | ekonomika | kultura | külföld | belföld | gazdaság | externe | politică | economie
dünya | gündem | siyaset | spor | kültür | internasional | nasional | olahraga | politik | dunia | thế giới | thời sự | kinh tế | thể thao | κόσμος | πολιτική | οικονομία | ελλάδα
мир | в мире | политика | экономика | общество | спорт | культура | наука | происшествия | світ | політика | економіка | суспільство | свят | икономика | общество
سياسة | اقتصاد | رياضة | ثقافة | العالم | عالم | أخبار | الأخبار | عربي | دولي | عربي ودولي | محليات | مجتمع | سیاست | اقتصاد | ورزش | جهان | فرهنگ | پاکستان | دنیا | کھیل | بین الاقوامی | قومی
देश | विदेश | दुनिया | खेल | राजनीति | व्यापार | जीवन शैली | রাজনীতি | আন্তর্জাতিক | জাতীয় | খেলা | অর্থনীতি | বাংলাদেশ | உலகம் | இந்தியா | விளையாட்டு | การเมือง | ต่างประเทศ | เศรษฐกิจ | กีฬา
国际 | 國際 | 国内 | 國內 | 时政 | 财经 | 財經 | 体育 | 體育 | 社会 | 社會 | 文化 | 科技 | 政治 | 经济 | 要闻 | 新闻 | 新聞 | 国際 | 経済 | スポーツ | 地域 | ニュース | 국제 | 정치 | 경제 | 사회 | 스포츠 | 문화 | 세계 | 뉴스
politik | wirtschaft | kultur | wissen | feuilleton | économie | politique | culture | política | economía | cultura | politica | economia | esteri | cronaca
"""
_SUFFIXES: Final = """
jr | sr | ii | iii | iv | phd | ph.d | md | m.d | mba | esq | mp | mep | mla | mna | obe | cbe | mbe | ret | dds | rn | cpa | jd | j.d | msc | ma | frcp | sj | s.j | op
"""
_PAPER_ENDINGS: Final = """
times | post | tribune | journal | herald | gazette | guardian | telegraph | independent | mail | star | sun | globe | chronicle | observer | dispatch | examiner | inquirer
news | press | magazine | weekly | daily | zeitung | allgemeine | anzeiger | nachrichten | rundfunk | nieuws | nyheter | diario | periódico | quotidien | giornale | gazetesi | ajansı | газета
"""
_HOUSE_ENDINGS: Final = """
network | media | radio | television | tv | broadcasting | review | university | college | institute | school
center | centre | ministry | department | agency | office | foundation | association | society | union | council | commission | committee | bank | group
company | corporation | corp | inc | ltd | llc | plc | gmbh | ag | partners | labs | laboratory | project | initiative | organization | organisation | federation
party | government | embassy | parliament | administration | service | services | bureau | conversation | universität | universidad | université | università
cotidiano | университет
"""
_HOUSE_BEGINNINGS: Final = """
university | ministry | department | institute | radio | universidad | université | universität | universidade | ministerio | bank | rádio
"""
_PAPERS: Final = """
dawn | geo | ary | jang | the nation | the hindu | mint | al jazeera | aljazeera | politico | axios | vox | wired | slate | propublica
bloomberg | forbes | fortune | quartz | le monde | le figaro | libération | der spiegel | die zeit | faz | süddeutsche zeitung | el país | abc | la nación | clarín | folha | estadão
la repubblica | corriere della sera | rfi | dw | bbc | cnn | nbc | cbs | npr | pbs | sky | itv | nhk | kbs | mbc | cctv | cgtn | rt
the economist | financial times | der standard | die presse | die welt | taz | die tageszeitung | les echos | le parisien | mediapart | el mundo | la vanguardia | o globo | público | expresso
la stampa | il sole 24 ore | de volkskrant | de telegraaf | de standaard | gazeta wyborcza | rzeczpospolita | dagens nyheter | aftenposten | politiken | helsingin sanomat | hürriyet | milliyet
cumhuriyet | kompas | tempo | detikcom | detiknews | коммерсантъ | ведомости | известия | рбк | новая газета | українська правда | الجزيرة | الأهرام | الشرق الأوسط | الحياة | العربي الجديد | همشهری | ایران
جنگ | ایکسپریس | بی بی سی اردو | روزنامہ جنگ | दैनिक जागरण | दैनिक भास्कर | हिन्दुस्तान | अमर उजाला | প্রথম আলো | আনন্দবাজার পত্রিকা | தினமணி | தினமலர் | 人民日报 | 新华网 | 环球时报 | 南方都市报 | 澎湃新闻 | 明報 | 聯合報 | 自由時報
spiegel | ndtv | zdf | tagesschau | deutsche welle | radio free europe | radio liberty | rfe/rl | voice of america | voa | france 24 | franceinfo | euronews | nzz | neue zürcher zeitung | handelsblatt
samaa | the wire | the print | theprint | firstpost | news18 | india today | livemint | moneycontrol | the quint | prothom alo | bdnews24 | vnexpress | rappler | malaysiakini
channel newsasia | nikkei asia | caixin | sixth tone | eurasianet | gazeta.uz | mail & guardian | the conversation | rte | rtve | svt | nrk
朝日新聞 | 読売新聞 | 毎日新聞 | 日本経済新聞 | 産経新聞 | 조선일보 | 중앙일보 | 동아일보 | 한겨레 | 경향신문
"""
_HOUSES: Final = """
microsoft | google | apple | amazon | meta | ibm | intel | mozilla | red hat | canonical | suse | github | gitlab
"""
_DESKS: Final = """
staff | staff report | staff reports | staff reporter | staff reporters | our staff reporter | staff writer | staff writers | staff correspondent | our correspondent | our correspondents
our reporter | our staff correspondent | own correspondent | our own correspondent | special correspondent | our special correspondent | correspondent | a correspondent | reporter | reporters
news desk | newsdesk | web desk | webdesk | sports desk | sport desk | city desk | business desk | monitoring desk | monitoring report | desk | online desk | digital desk | national desk
foreign desk | international desk | world desk | entertainment desk | tech desk | lifestyle desk | health desk | night desk | metro desk | political desk | education desk | showbiz desk | india news desk
newsroom | newsroom staff | editor | editors | the editors | editorial | editorial board | the editorial board | editorial team | editorial staff | editorial desk | editorial department | admin | administrator
team | news team | web team | our team | the team | content team | communications team | press office | press team | press service | media office | media team | public affairs | agencies | news agencies
agency | agency report | agencies report | wire | wires | wire services | wire service | wire report | wire reports | from wire services | staff and agencies | staff and wire reports | staff & agencies | agencies and staff
combined sources | anonymous | contributor | contributors | guest author | guest contributor | guest writer | guest | letters | readers | press release | news report | bureau report | bureau | our bureau | staff bureau | web report
sponsored | advertorial | partner content | brand studio | syndicated | news service | features desk | opinion desk
redaktion | die redaktion | online-redaktion | onlineredaktion | unsere redaktion | agenturen | unserem korrespondenten | rédaction | la rédaction | avec agences | avec afp | agences | notre correspondant | service sports
redacció | redacción | la redacción | agencias | enviado especial | redação | da redação | agências | redazione | la redazione | di redazione | agenzie | redactie | onze redactie | onze correspondent | redaktionen | redaksjonen | toimitus
redakcja | redakce | szerkesztőség | redacția | redakcija | haber merkezi | ajanslar | dış haberler | spor servisi | redaksi | tim redaksi | tim liputan | admin web | mwandishi wetu | waandishi wetu | mwandishi wa habari | ban biên tập | phóng viên | pv
редакция | ред | новости | собств. корр | соб. корр | собинформ | пресс-служба | агентства | редакція | прес-служба | редакцията | редакция на
أسرة التحرير | هيئة التحرير | التحرير | وكالات | الوكالات | مراسلنا | مراسلونا | غرفة الأخبار | قسم الأخبار | تحریریه | گروه سیاسی | گروه خبر | سرویس سیاسی | خبرگزاری
ویب ڈیسک | نیوز ڈیسک | مانیٹرنگ ڈیسک | نمائندہ خصوصی | نامہ نگار | اسٹاف رپورٹر | سٹاف رپورٹر | خبر نگار | نمائندہ | ایجنسیاں | خصوصی نمائندہ | اسپورٹس ڈیسک | اسپورٹس رپورٹر | ہمارے نمائندے | ادارہ | اداریہ
डेस्क | न्यूज़ डेस्क | न्यूज डेस्क | वेब डेस्क | संवाददाता | हमारे संवाददाता | विशेष संवाददाता | एजेंसी | एजेंसियां | ब्यूरो | जागरण संवाददाता | निज संवाददाता | निज प्रतिनिधि
নিজস্ব প্রতিবেদক | নিজস্ব সংবাদদাতা | নিজস্ব প্রতিনিধি | স্টাফ রিপোর্টার | বিশেষ প্রতিনিধি | অনলাইন ডেস্ক | ডেস্ক | ডেস্ক রিপোর্ট | ক্রীড়া প্রতিবেদক | জ্যেষ্ঠ প্রতিবেদক
编辑部 | 本报记者 | 本报评论员 | 综合报道 | 编辑 | 本刊编辑部 | 新闻中心 | 綜合報導 | 本報訊 | 編輯部 | 財經中心 | 国际新闻组 | 編集部 | 編集局 | 社説 | 報道部 | 政治部 | 社会部 | 経済部 | 편집부 | 디지털뉴스팀 | 온라인뉴스팀 | 뉴스팀 | 디지털뉴스부 | 편집국
"""
_DESK_ENDINGS: Final = (
    *(" desk", " staff", " team", " newsroom", " bureau", " report", " reports", " agencies"),
    *(" redaktion", " service", " ڈیسک", " डेस्क", " ডেস্ক", "编辑部", "編集部", "뉴스팀"),
)


def is_role(text: str) -> bool:
    """Whether *text* says what somebody does, or for which section.

    >>> is_role("Staff Writer"), is_role("Policy"), is_role("Darix")
    (True, True, False)
    """
    name = folded(text)
    if name in _table(_SECTIONS) or name in _table(_ROLE_ENDINGS):
        return True
    words = name.split(" ")
    if words[0] in ("editor", "head", "director", "chief", "professor", "president", "minister"):
        return True  # editor in chief, head of research
    return len(words) > 1 and (words[-1] in _table(_ROLE_ENDINGS) or words[-2:] == ["in", "chief"])


def is_section(text: str) -> bool:
    """Whether *text* is the name of a section that papers have.

    >>> is_section("World"), is_section("Wirtschaft"), is_section("Rain")
    (True, True, False)
    """
    return folded(text) in _table(_SECTIONS)


def names_a_role(label: str) -> bool:
    """Whether *label* and a colon stand in front of names, and say what these do: ``Editor``.

    >>> names_a_role("Editor"), names_a_role("编辑"), names_a_role("By")
    (True, True, False)
    """
    spelled = (folded(f"{label}{colon}") for colon in (":", "："))
    return any(LEADS.get(one) is not None for one in spelled)


def is_suffix(text: str) -> bool:
    """Whether *text* behind a comma is part of the name in front of it: ``Jr.``, ``Ph.D.``."""
    return folded(text) in _table(_SUFFIXES)


def is_house(text: str) -> bool:
    """Whether *text* names a house that people work for: a paper, an agency, a university.

    >>> is_house("The Associated Press"), is_house("University of Oslo"), is_house("Ayesha Khan")
    (True, True, False)
    """
    words = folded(text).split(" ")
    name = " ".join(words[words[0] == "the" :])
    if agencies.is_listed(name) or name in _table(_HOUSES) or name in _table(_PAPERS):
        return True
    return len(words) > 1 and (is_house_word(words[-1]) or words[0] in _table(_HOUSE_BEGINNINGS))


def is_paper(text: str) -> bool:
    """Whether *text* is the name of a paper, or of what else prints and sends news.

    >>> is_paper("The Daily Star"), is_paper("Le Monde"), is_paper("University of Oslo")
    (True, True, False)
    """
    name = folded(text)
    if name in _table(_PAPERS):
        return True
    words, is_named = name.split(" "), all(word[:1].isupper() for word in text.split(" "))
    return is_named and 1 < len(words) <= _MOST_OF_A_PAPER and words[-1] in _table(_PAPER_ENDINGS)


_MOST_OF_A_PAPER: Final = 4


def is_house_word(text: str) -> bool:
    """Whether *text* is a word that names of houses end in: ``Gazette``."""
    return folded(text) in _table(_HOUSE_ENDINGS) or folded(text) in _table(_PAPER_ENDINGS)


def is_desk(text: str) -> bool:
    """Whether *text* signs for nobody by name: a desk, an agency, a house.

    >>> is_desk("News Desk"), is_desk("AFP"), is_desk("Our Correspondent"), is_desk("A. Khan")
    (True, True, True, False)
    """
    return is_known_desk(text) or folded(text).endswith(_DESK_ENDINGS) or is_house(text)


def is_known_desk(text: str) -> bool:
    """Whether *text* is a desk of the table, joins in it or not: ``Staff and agencies``."""
    return folded(text) in _table(_DESKS)


def is_listed(text: str) -> bool:
    """Whether *text* is an agency or a desk of the tables.

    >>> is_listed("PTI"), is_listed("Web Desk"), is_listed("A win for the party")
    (True, True, False)
    """
    return is_known_desk(text) or agencies.is_listed(folded(text))


@functools.cache
def _table(table: str) -> frozenset[str]:
    """The names of *table*, as they are looked up."""
    return frozenset(map(folded, _split(table)))
