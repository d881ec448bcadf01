"""The words that distinguish a dateline from other words before a text: tables, in many languages.

They are names of agencies and cities as printed in their datelines, and words in capitals that
newsrooms put before texts and that are not places. Names are looked up in the form of `folded`.
"""

from __future__ import annotations

import functools
import re
from typing import Final

__all__ = [
    "ASIDES",
    "OPENERS",
    "PARTICLES",
    "PREPOSITIONS",
    "agencies",
    "folded",
    "is_agency",
    "is_city",
    "is_kicker",
    "is_listed",
    "is_no_place",
    "is_region",
    "is_sure_agency",
]


def _rows(table: str) -> frozenset[str]:
    """The names of *table*: parted by bars and line ends."""
    return frozenset(
        folded(name) for name in table.replace("\n", "|").split("|") if name.strip(" ")
    )


def _words(table: str) -> frozenset[str]:
    """The words of *table*: parted by blanks and line ends, as they are spelled."""
    return frozenset(table.replace("\n", " ").split(" ")) - {""}


def folded(name: str) -> str:
    """*name* as names are looked up: in small letters, single blanks, no stop at the end.

    >>> folded("BUSINESS  Wire"), folded("Calif.")
    ('business wire', 'calif')
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(name.casefold().replace("\u0307", "").split()).rstrip(".")


_AGENCIES: Final = """
AP | The Associated Press | Associated Press | AFP | Agence France-Presse | Reuters | UPI | dpa | EFE | ANSA
Xinhua | Kyodo | Kyodo News | Jiji | Jiji Press | Yonhap | TASS | Itar-Tass | RIA Novosti | RIA | Interfax | Sputnik
Bloomberg | Dow Jones | Dow Jones Newswires | MarketWatch | Newsmax | CNN | CNN Indonesia | CNBC Indonesia | BBC
PTI | ANI | IANS | UNI | HT | TNN | PIB | APP | INP | PPI | NNI | Online | SANA | MENA | WAM | SPA | QNA | KUNA | BNA
ONA | IRNA | ISNA | MNA | FNA | Fars | Mehr | Tasnim | Tasnim News | Press TV | AA | Anadolu | Anadolu Agency
Anadolu Ajansı | DHA | İHA | IHA | ANKA | NOW | WAFA | Ma'an | NNA | INA | NINA | TAP | APS | MAP | LANA | SUNA | SONNA
NAN | PANA | GNA | KNA | SABA | Bernama | ANTARA | Antara News | VNA | TTXVN | VOV | VTV | TNA | PNA | CNA | BSS | UNB
BDNews24 | RSS | Petra | Lusa | Adnkronos | AGI | Belga | ANP | APA | SDA | ATS | Keystone-SDA | Keystone-ATS | NTB
Ritzau | TT | STT | Lehtikuva | BNS | ELTA | LETA | PAP | ČTK | CTK | TASR | SITA | MTI | Agerpres | Mediafax | BTA
BGNES | Tanjug | Beta | FoNet | Fena | HINA | STA | MIA | ATA | ANA | ANA-MPA | AMNA | CNA Cyprus | Ukrinform | UNN
UNIAN | BelTA | Moldpres | Armenpress | Azertac | AZƏRTAC | Trend | Kabar | AKIpress | Kazinform | UzA | Turkmenportal | Montsame
CP | The Canadian Press | Canadian Press | La Presse Canadienne | PA | Press Association | PA Media | AAP | NZPA | NZN
SAPA | ANA Africa | Notimex | Télam | Telam | Prensa Latina | PL | Andina | ABI | ANF | Agência Brasil | ABr
Agência Estado | Folhapress | Estadão Conteúdo | Europa Press | EP | Colpisa | ACN | Servimedia | Sputnik Mundo | DW
KNA | epd | SID | AFX | dpa-AFX | dts | ots | pte | APA-OTS | awp | cash | VOA | RFE/RL | RFA | RFI | NHK | MRTV | KCNA
Agencies | Agency | Wires | Wire services | News agencies | Staff | IPS | IRIN | ENA | Fides | ZENIT | CNS | RNS | ACI Prensa
PRNewswire | PR Newswire | PRNewswire-USNewswire | PRNewswire-FirstCall | PRNewswire-PRWeb | PRWEB | Business Wire
BUSINESSWIRE | GLOBE NEWSWIRE | GlobeNewswire | ACCESSWIRE | ACCESS Newswire | Newsfile | Newsfile Corp. | CNW
CNW Group | Canada NewsWire | Marketwired | Marketwire | Market Wire | EINPresswire | EIN Presswire | EIN News | AsiaNet
Media OutReach | Media OutReach Newswire | JCN Newswire | ACN Newswire | Presswire | M2 PRESSWIRE | COMTEX | EQS
EQS Newswire | NewsVoir | NewsReach | Cision | Thomson Reuters | GNN | SBWire | PressReleasePoint | Baystreet | ETMarkets
Agencia EFE | Agências | Agencias | Agences | Agenturen | Agenzie | Ajanslar | Agencje | Agerpres.ro | MAP-AFP
Корр. БЕЛТА | ТАСС | ИТАР-ТАСС | РИА Новости | РИА | ИНТЕРФАКС | ПРАЙМ | РАПСИ | БЕЛТА | КАЗИНФОРМ | Кабар | УзА | Тренд | Регнум
ИА REGNUM | REGNUM | Росбалт | Лента.ру | УНН | УНІАН | Укрінформ | Укринформ | БТА | МИА | ТАНЈУГ | ТАЖУГ | Бета | Монцамэ
ΑΠΕ | ΑΠΕ-ΜΠΕ | ΚΥΠΕ
رويترز | أ ف ب | ا ف ب | أ.ف.ب | أف ب | أ ب | د ب أ | د.ب.أ | أ ش أ | أ.ش.أ | واس | وام | كونا | قنا | بنا | بترا | سانا | واع | وفا
الأناضول | ومع | واج | وأج | وات | سونا | وكالات | الوكالات | سبوتنيك | شينخوا | إفي | العمانية | معا | نينا | صفا | تاس | ليبيا المراقب
ایرنا | ایسنا | فارس | مهر | تسنیم | ایلنا | باشگاه خبرنگاران جوان | صداوسیما | رویترز | باختر | آوا | پژواک
اے پی پی | اے ایف پی | اے پی | رائٹرز | این این آئی | آئی این پی | آن لائن | پی پی آئی | ثناء نیوز | ڈی پی اے | شنہوا | یو این آئی | ایجنسیاں
ایجنسی | مانیٹرنگ ڈیسک | نیوز ڈیسک | ویب ڈیسک | اسٹاف رپورٹر | سٹاف رپورٹر | نمائندہ خصوصی | نامہ نگار | نمائندہ جنگ | خبر ایجنسی | خصوصی رپورٹ
भाषा | वार्ता | आईएएनएस | एएनआई | पीटीआई | यूएनआई | हि.स | हि स | हिन्दुस्थान समाचार | एजेंसी | एजेंसियां | एएफपी | एपी | रायटर | रॉयटर्स | रासस | संवाददाता | ब्यूरो
বাসস | ইউএনবি | এএফপি | রয়টার্স | এপি | পিটিআই | সিনহুয়া | নিজস্ব প্রতিবেদক | নিজস্ব সংবাদদাতা | বিডিনিউজ
பிடிஐ | ஏஎன்ஐ | ඒඑෆ්පී | รอยเตอร์ | เอเอฟพี | เอพี | ซินหัว
新华社 | 新華社 | 中新社 | 中新网 | 中新網 | 中国新闻网 | 中央社 | 中通社 | 香港中通社 | 路透社 | 法新社 | 美联社 | 美聯社 | 共同社 | 时事社 | 韩联社 | 韓聯社 | 塔斯社 | 俄新社 | 德新社 | 埃菲社 | 安莎社
彭博社 | 彭博 | 朝中社 | 越通社 | 本报 | 本報 | 本刊 | 本台 | 本网 | 本網 | 本社 | 人民网 | 人民日报 | 新华网 | 央视网 | 央视新闻 | 央广网 | 光明日报 | 经济日报 | 解放军报 | 中国日报网 | 澎湃新闻 | 新京报 | 财新网
大纪元 | 大紀元 | 新唐人 | 德国之声中文网 | 美国之音 | 自由亚洲电台 | 明報 | 星島日報 | 香港商报网 | 時報 | 合众国际社 | 综合报道
時事 | 時事通信 | 共同 | 共同通信 | ロイター | 聯合ニュース | ブルームバーグ | 新華社 | タス | 朝鮮中央通信 | AFP時事 | AP通信 | 毎日 | 読売 | 朝日 | 産経 | 日経 | 東京 ロイター
연합뉴스 | 뉴시스 | 뉴스1 | 뉴스핌 | 이데일리 | 머니투데이 | 헤럴드경제 | 아시아경제 | 로이터 | 신화 | 교도 | 타스 | 뉴스토마토 | 한국경제 | 매일경제 | 서울경제 | 파이낸셜뉴스 | 조선일보 | 중앙일보 | 동아일보 | 한겨레 | 경향신문
"""
# Agencies whose names are words, places or people besides: one only between brackets or slashes.
_ONLY_MARKED: Final = """
Petra | Lusa | Trend | Beta | Online | NOW | Fars | Mehr | Wires | Agency | Staff | MIA | Kabar | Cash | RSS | HT | STA
CP | PL | EP | PA | TT | AA | MAP | SITA | Hina | Fena | Cision | UNI | INA | NINA | Sputnik | CNN | BBC | TAP | ATA
Kyodo | Belga | Regnum | Polish | TNA | معا | صفا | نينا | فارس | مهر | آوا | 毎日 | 共同 | 時報 | 明報
"""
_TOP: Final = "com|org|net|news|tv|id|co|ru|uz|kz|ua|pk|in|az|am|ge|gr|rs|vn|my|ng|info"
_SITE: Final = re.compile(rf"[^\W_][\w.-]{{0,38}}\.(?:{_TOP})", re.IGNORECASE)
_ENDING: Final = re.compile(
    r"(?<!\w)(?:news|(?:news|press)?wires?|press|newspapers?|media|bureau|desk|agency|service|times"
    rf"|post|tribune|herald|journal|gazette|courier|report|reporters?|correspondents?)\Z|\w\.(?:{_TOP})\Z"
    r"|\A本[报報社刊台网網](?:特派)?(?:记者|記者|通讯员|通訊員)\Z",
    re.IGNORECASE,
)
"""How the names of papers, sites and desks end."""


def is_agency(name: str) -> bool:
    """Whether *name* is an agency's, or several agencies' with marks between them.

    >>> is_agency("AP"), is_agency("dpa/AFP"), is_agency("KOMPAS.com"), is_agency("updated")
    (True, True, True, False)
    """
    return is_listed(folded(name)) or _ENDING.search(name) is not None


def is_listed(name: str) -> bool:
    """Whether *name*, `folded`, is in the table, or all that marks part in it are."""
    if name in agencies():
        return True
    parts = _BETWEEN.split(name)
    if len(parts) == 2 and "/" in name and parts[1].isalpha():  # dpa/lhe: of which region
        return parts[0] in agencies()
    return len(parts) > 1 and all(part.strip(" ") in agencies() for part in parts)


_BETWEEN: Final = re.compile("[/,&＝=-]| and | und | et | y | e | و ")


def is_sure_agency(name: str) -> bool:
    """Whether *name* is an agency's also without brackets: a word of no other meaning.

    >>> is_sure_agency("CNN Indonesia"), is_sure_agency("Petra")
    (True, False)
    """
    key = folded(name)
    is_known = is_listed(key) or _SITE.fullmatch(name) is not None
    return is_known and key not in _only_marked()


@functools.cache
def agencies() -> frozenset[str]:
    """The agencies known, as `folded` gives their names."""
    return _rows(_AGENCIES)


@functools.cache
def _only_marked() -> frozenset[str]:
    return _rows(_ONLY_MARKED)


ASIDES: Final = re.compile(
    r"(?ai:updated?\b|correct|photo|pictured?\b|image\b|video|audio|file\b|left\b|right\b|cent(?:er|re)\b"
    r"|above\b|below\b|map\b|graphic|aged?\b|born\b|formerly\b|also\b|see\b|[drli]-|pdf\b|html\b|[a-z]{2}\Z"
    r"|live\b|n/a|tba|tbd|sic\b|ed\b|abridged|continued|part\b|page\b|vol)|[^\w]*[0-9]"
)
"""How asides in brackets begin that are not agencies: ``(updated)``, ``(D-N.Y.)``, ``(1 of 3)``."""


# ── places ─────────────────────────────────────────────────────────────────────────────────────

_CITIES: Final = """
Abidjan | Abu Dhabi | Abuja | Accra | Addis Ababa | Aden | Ahmedabad | Aleppo | Algiers | Almaty | Amman | Amsterdam | Andijan
Ankara | Antalya | Antananarivo | Apia | Ashgabat | Asmara | Astana | Asunción | Athens | Atlanta | Auckland | Austin | Baghdad
Baku | Baltimore | Bamako | Bandar Seri Begawan | Bandung | Bangalore | Bengaluru | Bangkok | Bangui | Banjul | Barcelona | Basra
Beijing | Beirut | Belfast | Belgrade | Berlin | Bern | Berne | Bhopal | Birmingham | Bishkek | Bissau | Bogotá | Bogota | Bonn
Boston | Brasília | Brasilia | Bratislava | Brazzaville | Bridgetown | Brisbane | Brooklyn | Brussels | Bucharest | Budapest
Buenos Aires | Bujumbura | Bukhara | Busan | Cairo | Calgary | Cali | Canberra | Cape Town | Caracas | Cardiff | Casablanca
Chandigarh | Chennai | Chicago | Chişinău | Chisinau | Chittagong | Cincinnati | Cleveland | Cologne | Colombo | Conakry
Copenhagen | Dakar | Dallas | Damascus | Dar es Salaam | Davos | Dehradun | Delhi | Denpasar | Denver | Detroit | Dhaka | Dili
Djibouti | Dodoma | Doha | Donetsk | Dubai | Dublin | Durban | Dushanbe | Düsseldorf | Edinburgh | Edmonton | Entebbe | Erbil
Faisalabad | Fergana | Frankfurt | Freetown | Fukuoka | Gaborone | Gaza | Gaza City | Geneva | Georgetown | Gilgit | Glasgow
Guangzhou | Guatemala City | Guwahati | Gwadar | Hamburg | Hanoi | Harare | Hargeisa | Hartford | Havana | Helsinki | Herat
Ho Chi Minh City | Hong Kong | Honolulu | Houston | Hyderabad | Indianapolis | Islamabad | Istanbul | Izmir | Jaffna | Jaipur
Jakarta | Jeddah | Jerusalem | Johannesburg | Juba | Kabul | Kampala | Kandahar | Kandy | Kano | Karachi | Karaj | Kathmandu
Kharkiv | Khartoum | Kigali | Kingston | Kinshasa | Kochi | Kolkata | Kuala Lumpur | Kuwait City | Kyiv | Kiev | Kyoto | La Paz
Lagos | Lahore | Las Vegas | Libreville | Lilongwe | Lima | Lisbon | Liverpool | Ljubljana | Lomé | London | Los Angeles | Luanda
Lucknow | Lusaka | Luxembourg | Lviv | Lyon | Macau | Madrid | Malabo | Malé | Managua | Manama | Manchester | Manila | Maputo
Marrakech | Maseru | Mashhad | Mbabane | Mecca | Medan | Medina | Melbourne | Memphis | Mexico City | Miami | Milan | Milwaukee
Minneapolis | Minsk | Mogadishu | Mombasa | Monaco | Monrovia | Montevideo | Montreal | Montréal | Moroni | Moscow | Mosul
Multan | Mumbai | Munich | Muscat | Muzaffarabad | Nagpur | Nairobi | Naples | Nashville | Nassau | N'Djamena | New Delhi
New Orleans | New York | New York City | Niamey | Nicosia | Nouakchott | Nukus | Nuuk | Odesa | Oklahoma City | Osaka | Osh
Oslo | Ottawa | Ouagadougou | Palembang | Panama City | Paramaribo | Paris | Patna | Peshawar | Philadelphia | Phnom Penh
Phoenix | Pittsburgh | Podgorica | Port Louis | Port Moresby | Port of Spain | Port-au-Prince | Porto-Novo | Prague | Praia
Pretoria | Pristina | Pune | Putrajaya | Pyongyang | Quetta | Quito | Rabat | Ramallah | Ranchi | Rangoon | Rawalpindi | Reykjavik
Riga | Rio de Janeiro | Riyadh | Rome | Rostov | Sacramento | Saint Petersburg | St. Petersburg | Salt Lake City | Samarkand
San Antonio | San Diego | San Francisco | San José | San Juan | San Salvador | Sanaa | Santiago | Santo Domingo | São Paulo
Sao Paulo | Sarajevo | Seattle | Semarang | Seoul | Shanghai | Shenzhen | Shimla | Sialkot | Singapore | Skopje | Sofia
Srinagar | St. Louis | Stockholm | Strasbourg | Stuttgart | Sukkur | Surabaya | Suva | Sydney | São Tomé | Taipei | Tallinn
Tampa | Tashkent | Tbilisi | Tegucigalpa | Tehran | Tel Aviv | The Hague | Thimphu | Thiruvananthapuram | Tirana | Tokyo | Toronto
Tripoli | Tunis | Turin | Ulaanbaatar | Ulan Bator | United Nations | Vaduz | Valletta | Vancouver | Vatican City | Venice
Victoria | Vienna | Vientiane | Vilnius | Vladivostok | Warsaw | Washington | Washington D.C. | Washington DC | Wellington
Windhoek | Winnipeg | Wuhan | Yangon | Yaoundé | Yerevan | Yogyakarta | Zagreb | Zürich | Zurich
Wien | Köln | München | Genf | Zürich | Brüssel | Warschau | Moskau | Kairo | Peking | Teheran | Rom | Mailand | Athen | Bukarest
Belgrad | Straßburg | Taschkent | Leipzig | Dresden | Hannover | Bremen | Karlsruhe | Potsdam | Schwerin | Erfurt | Mainz | Wiesbaden
Paris | Londres | Bruxelles | Genève | Moscou | Pékin | Le Caire | Alger | Athènes | Varsovie | Vienne | Marseille | Bordeaux | Lille
Toulouse | Nice | Nantes | Beyrouth | Bagdad | Téhéran | Québec | Tachkent | Jérusalem | Bangkok | Copenhague | Lisbonne | La Haye
Londres | París | Moscú | Pekín | Bruselas | Ginebra | Berlín | Ciudad de México | La Habana | Bogotá | Nueva York | Sevilla | Valencia
Bilbao | Zaragoza | Málaga | Medellín | Guayaquil | Ciudad de Guatemala | Jerusalén | El Cairo | Teherán | Ciudad del Vaticano | Rosario
Lisboa | Porto | Coimbra | Rio de Janeiro | Brasília | Salvador | Recife | Fortaleza | Belo Horizonte | Porto Alegre | Curitiba | Manaus
Nova York | Nova Iorque | Moscovo | Pequim | Genebra | Bruxelas | Maputo | Roma | Milano | Napoli | Torino | Firenze | Venezia | Bologna
Palermo | Genova | Bari | Londra | Parigi | Berlino | Mosca | Pechino | Bruxelles | Città del Vaticano | Ginevra | Madrid
Den Haag | Brussel | Antwerpen | Rotterdam | Utrecht | Londen | Parijs | Berlijn | København | Göteborg | Malmö | Bergen | Trondheim
Helsinki | Tampere | Warszawa | Kraków | Gdańsk | Wrocław | Poznań | Praha | Brno | Bratislava | Košice | Wiedeń | Moskwa | Londyn | Paryż
Bruksela | Bukareszt | București | Chișinău | Beograd | Novi Sad | Split | Rijeka | Priština | Podgorica | Athina
Ankara | İstanbul | İzmir | Adana | Bursa | Diyarbakır | Gaziantep | Trabzon | Konya | Lefkoşa | Londra | Moskova | Kudüs | Şam | Bakü
Hà Nội | TP.HCM | TPHCM | Đà Nẵng | Huế | Cần Thơ | Makassar | Padang | Pekanbaru | Solo | Bogor | Depok | Tangerang | Bekasi | Aceh
Banda Aceh | Jayapura | Pontianak | Manado | Singapura | Johor Bahru | Kota Kinabalu | Kuching | George Town | Maynila | Cebu | Davao
Toshkent | Samarqand | Buxoro | Nukus | Andijon | Farg'ona | Namangan | Bakı | Gəncə | Almatı | Bişkek
Москва | Санкт-Петербург | Петербург | Киев | Київ | Минск | Мінск | Астана | Алматы | Бишкек | Ташкент | Душанбе | Ашхабад | Баку | Ереван
Тбилиси | Кишинев | Рига | Вильнюс | Таллин | Казань | Екатеринбург | Новосибирск | Владивосток | Сочи | Донецк | Львів | Львов | Харків
Харьков | Одеса | Одесса | Вашингтон | Нью-Йорк | Лондон | Париж | Берлин | Берлін | Брюссель | Женева | Вена | Пекин | Токио | Тегеран | Анкара
Стамбул | Дамаск | Каир | Иерусалим | София | Пловдив | Варна | Београд | Нови Сад | Скопје | Подгорица | Сараево | Улаанбаатар | Варшава | Рим
Αθήνα | Θεσσαλονίκη | Λευκωσία | Βρυξέλλες | Λονδίνο | Παρίσι
القاهرة | الإسكندرية | دمشق | حلب | بيروت | بغداد | البصرة | الموصل | أربيل | عمان | عمّان | القدس | القدس المحتلة | رام الله | غزة | الرياض | جدة
مكة المكرمة | المدينة المنورة | الدوحة | أبوظبي | أبو ظبي | دبي | الشارقة | المنامة | الكويت | مسقط | صنعاء | عدن | الخرطوم | طرابلس | بنغازي | تونس
الجزائر | الرباط | الدار البيضاء | مراكش | نواكشوط | مقديشو | جيبوتي | واشنطن | نيويورك | لندن | باريس | برلين | موسكو | بكين | طهران | أنقرة | اسطنبول
إسطنبول | بروكسل | جنيف | فيينا | روما | مدريد | نيودلهي | إسلام آباد | كابول | طوكيو
تهران | مشهد | اصفهان | شیراز | تبریز | اهواز | قم | کرج | کابل | هرات | قندهار | مزار شریف | دوشنبه | بغداد | مسکو | لندن | واشنگتن | پکن | وین | ژنو | نیویورک
اسلام آباد | کراچی | لاہور | پشاور | کوئٹہ | راولپنڈی | ملتان | فیصل آباد | حیدرآباد | سیالکوٹ | گوجرانوالہ | مظفرآباد | گلگت | سکھر | گوادر | نئی دہلی
سرینگر | ممبئی | لکھنؤ | کولکتہ | لندن | واشنگٹن | نیویارک | بیجنگ | ماسکو | کابل | تہران | ریاض | مکہ مکرمہ | دبئی | ابوظہبی | دوحہ | انقرہ | استنبول
پیرس | برلن | ڈھاکہ | کولمبو | تاشقند | غزہ | یروشلم | مقبوضہ بیت المقدس | بغداد | دمشق | قاہرہ | ٹوکیو | برسلز | جنیوا
नई दिल्ली | दिल्ली | मुंबई | कोलकाता | चेन्नई | बेंगलुरु | बेंगलूरु | हैदराबाद | लखनऊ | पटना | जयपुर | भोपाल | रांची | देहरादून | शिमला | चंडीगढ़ | श्रीनगर | जम्मू | अहमदाबाद
पुणे | नागपुर | इंदौर | रायपुर | कानपुर | वाराणसी | प्रयागराज | आगरा | गुवाहाटी | काठमाण्डौ | काठमांडू | काठमाडौँ | काठमाडौं | पोखरा | इस्लामाबाद | वाशिंगटन | न्यूयॉर्क | लंदन | बीजिंग | मॉस्को | ढाका
ঢাকা | চট্টগ্রাম | রাজশাহী | খুলনা | সিলেট | বরিশাল | রংপুর | কলকাতা | নয়াদিল্লি | নয়া দিল্লি | লন্ডন | নিউইয়র্ক | ওয়াশিংটন
சென்னை | புதுடெல்லி | புதுதில்லி | மதுரை | கோவை | கொழும்பு | யாழ்ப்பாணம் | కొలంబో | హైదరాబాద్ | న్యూఢిల్లీ | అమరావతి | ಬೆಂಗಳೂರು | ನವದೆಹಲಿ | തിരുവനന്തപുരം | കൊച്ചി | ന്യൂഡല്‍ഹി
ന്യൂഡൽഹി | മുംബൈ | മുബൈ | અમદાવાદ | નવી દિલ્હી | ਚੰਡੀਗੜ੍ਹ | ਅੰਮ੍ਰਿਤਸਰ | ନୂଆଦିଲ୍ଲୀ | ଭୁବନେଶ୍ୱର | කොළඹ | මහනුවර | กรุงเทพฯ | กรุงเทพมหานคร | เชียงใหม่ | ရန်ကုန် | နေပြည်တော် | ភ្នំពេញ | ວຽງຈັນ
አዲስ አበባ | ירושלים | תל אביב | თბილისი | Երևան | Ստեփանակերտ
北京 | 上海 | 天津 | 重庆 | 重慶 | 广州 | 廣州 | 深圳 | 香港 | 澳门 | 澳門 | 台北 | 臺北 | 台中 | 臺中 | 台南 | 高雄 | 桃園 | 新竹 | 基隆 | 花蓮 | 新北 | 南京 | 武汉 | 武漢 | 成都 | 西安
杭州 | 沈阳 | 哈尔滨 | 长春 | 济南 | 郑州 | 长沙 | 昆明 | 拉萨 | 乌鲁木齐 | 兰州 | 南宁 | 贵阳 | 海口 | 福州 | 厦门 | 南昌 | 合肥 | 太原 | 石家庄 | 呼和浩特 | 银川 | 西宁 | 大连 | 青岛 | 宁波 | 三亚
华盛顿 | 華盛頓 | 纽约 | 紐約 | 联合国 | 聯合國 | 洛杉矶 | 洛杉磯 | 旧金山 | 舊金山 | 伦敦 | 倫敦 | 巴黎 | 柏林 | 布鲁塞尔 | 布魯塞爾 | 日内瓦 | 日內瓦 | 罗马 | 羅馬 | 马德里 | 莫斯科 | 基辅 | 東京 | 东京 | 首尔 | 首爾
平壤 | 曼谷 | 新加坡 | 吉隆坡 | 雅加达 | 雅加達 | 马尼拉 | 馬尼拉 | 河内 | 金边 | 新德里 | 伊斯兰堡 | 喀布尔 | 德黑兰 | 德黑蘭 | 巴格达 | 大马士革 | 贝鲁特 | 耶路撒冷 | 开罗 | 開羅 | 内罗毕 | 约翰内斯堡 | 堪培拉 | 悉尼 | 雪梨 | 惠灵顿
渥太华 | 多伦多 | 墨西哥城 | 哈瓦那 | 巴西利亚 | 布宜诺斯艾利斯 | 塔什干 | 阿斯塔纳 | 比什凯克 | 杜尚别 | 维也纳 | 維也納 | 法兰克福 | 日内瓦
東京 | 大阪 | 京都 | 名古屋 | 札幌 | 福岡 | 那覇 | 仙台 | 広島 | ソウル | 北京 | 上海 | 台北 | 香港 | ワシントン | ニューヨーク | ロサンゼルス | ロンドン | パリ | ベルリン | ブリュッセル | ジュネーブ | ローマ | モスクワ
キーウ | バンコク | シンガポール | ジャカルタ | マニラ | ハノイ | ニューデリー | イスラマバード | カブール | テヘラン | ドバイ | カイロ | エルサレム | イスタンブール | シドニー | ウィーン | フランクフルト | 瀋陽
서울 | 부산 | 대구 | 인천 | 광주 | 대전 | 울산 | 세종 | 수원 | 춘천 | 청주 | 전주 | 창원 | 제주 | 평양 | 워싱턴 | 뉴욕 | 로스앤젤레스 | 도쿄 | 베이징 | 상하이 | 런던 | 파리 | 베를린 | 브뤼셀 | 제네바 | 모스크바 | 방콕 | 하노이 | 자카르타
"""

_REGIONS: Final = """
Ala. | Alaska | Ariz. | Ark. | Calif. | Colo. | Conn. | Del. | Fla. | Ga. | Hawaii | Idaho | Ill. | Ind. | Iowa | Kan. | Ky. | La.
Maine | Md. | Mass. | Mich. | Minn. | Miss. | Mo. | Mont. | Neb. | Nev. | N.H. | N.J. | N.M. | N.Y. | N.C. | N.D. | Ohio | Okla.
Ore. | Pa. | P.R. | R.I. | S.C. | S.D. | Tenn. | Texas | Tex. | Utah | Vt. | Va. | Wash. | W.Va. | W. Va. | Wis. | Wyo. | D.C. | DC
AL | AK | AZ | AR | CA | CO | CT | DE | FL | GA | HI | ID | IL | IN | IA | KS | KY | LA | ME | MD | MA | MI | MN | MS | MO | MT | NE
NV | NH | NJ | NM | NY | NC | ND | OH | OK | OR | PA | PR | RI | SC | SD | TN | TX | UT | VT | VA | WA | WV | WI | WY
Alabama | Arizona | Arkansas | California | Colorado | Connecticut | Delaware | Florida | Georgia | Illinois | Indiana | Kansas
Kentucky | Louisiana | Maryland | Massachusetts | Michigan | Minnesota | Mississippi | Missouri | Montana | Nebraska | Nevada
New Hampshire | New Jersey | New Mexico | New York | North Carolina | North Dakota | Oklahoma | Oregon | Pennsylvania
Rhode Island | South Carolina | South Dakota | Tennessee | Vermont | Virginia | Washington | West Virginia | Wisconsin | Wyoming
Ontario | Ont. | Quebec | Que. | Québec | B.C. | BC | British Columbia | Alberta | Alta. | Manitoba | Man. | Saskatchewan | Sask.
Nova Scotia | N.S. | New Brunswick | N.B. | Newfoundland | N.L. | P.E.I. | Yukon | Nunavut | Puerto Rico
Afghanistan | Albania | Algeria | Argentina | Armenia | Australia | Austria | Azerbaijan | Bahrain | Bangladesh | Belarus | Belgium
Bolivia | Bosnia-Herzegovina | Botswana | Brazil | Bulgaria | Burkina Faso | Cambodia | Cameroon | Canada | Chad | Chile | China
Colombia | Congo | Costa Rica | Croatia | Cuba | Cyprus | Czech Republic | Denmark | Dominican Republic | Ecuador | Egypt | England
El Salvador | Estonia | Ethiopia | Finland | France | Georgia | Germany | Ghana | Greece | Guatemala | Haiti | Honduras | Hungary
Iceland | India | Indonesia | Iran | Iraq | Ireland | Israel | Italy | Ivory Coast | Jamaica | Japan | Jordan | Kazakhstan | Kenya
Kosovo | Kuwait | Kyrgyzstan | Laos | Latvia | Lebanon | Liberia | Libya | Lithuania | Malaysia | Mali | Malta | Mauritania | Mexico
Moldova | Mongolia | Montenegro | Morocco | Mozambique | Myanmar | Namibia | Nepal | Netherlands | New Zealand | Nicaragua | Niger
Nigeria | North Korea | North Macedonia | Northern Ireland | Norway | Oman | Pakistan | Panama | Paraguay | Peru | Philippines
Poland | Portugal | Qatar | Romania | Russia | Rwanda | Saudi Arabia | Scotland | Senegal | Serbia | Sierra Leone | Slovakia
Slovenia | Somalia | South Africa | South Korea | South Sudan | Spain | Sri Lanka | Sudan | Sweden | Switzerland | Syria | Taiwan
Tajikistan | Tanzania | Thailand | Tunisia | Turkey | Türkiye | Turkmenistan | UAE | Uganda | UK | Ukraine | United Arab Emirates
United Kingdom | United States | Uruguay | USA | U.S. | Uzbekistan | Venezuela | Vietnam | Wales | Yemen | Zambia | Zimbabwe
Gaza Strip | West Bank | Deutschland | Österreich | Schweiz | España | México | Perú | Brasil | Italia | Polska | Türkiye
Azad Kashmir | Punjab | Sindh | Balochistan | Khyber Pakhtunkhwa | Kerala | Tamil Nadu | Gujarat | Bihar | Assam | Maharashtra
Узбекистан | Казахстан | Россия | Украина | Азербайджан | Беларусь | Україна
"""


def is_city(name: str) -> bool:
    """Whether *name* is that of a city which datelines often name alone, in any of many languages.

    >>> is_city("WASHINGTON"), is_city("नई दिल्ली"), is_city("Springfield")
    (True, True, False)
    """
    return folded(name) in _cities()


def is_region(name: str) -> bool:
    """Whether *name* is that of a country, a state or a province, in full or as datelines cut it.

    >>> is_region("N.C."), is_region("Kenya"), is_region("Nairobi")
    (True, True, False)
    """
    return folded(name) in _regions()


@functools.cache
def _cities() -> frozenset[str]:
    return _rows(_CITIES)


@functools.cache
def _regions() -> frozenset[str]:
    return _rows(_REGIONS)


_NO_PLACES: Final = """
abstract | action | address | advertisement | advisory | agenda | alert | analysis | announcement | answer | appeal | article | at a glance
attention | background | backgrounder | book review | box office | breaking | breaking news | briefing | bulletin | caption | case study | caution
clarification | closing | column | comment | commentary | communique | communiqué | conclusion | contact | contacts | contents | copyright
correct | correction | corrected | corrections | cover story | coverage | covid | credit | date | deadline | details | developing | disclaimer
disclosure | download | draft | editorial | editors | email | embargo | embargoed | epilogue | erratum | essay | event | events | exclusive
excerpt | explained | explainer | eyewitness | fact box | fact check | fact sheet | factbox | faq | fashion | fax | feature | features | file
final | first | flash | focus | follow | for immediate release | foreword | forum | from | gallery | glossary | graphic | guest | guide | headlines
health | help | highlights | history | how | image | images | important | in brief | in depth | in pictures | index | infographic | information
insight | instructions | interview | introduction | investigation | item | join | just in | key | key points | keywords | kicker | latest | lead
leader | letter | letters | link | links | list | listen | live | live blog | live updates | local | location | look | map | market | markets
media advisory | media alert | media contact | media release | memo | memorandum | memoriam | message | methodology | minutes | mission
more | most read | motion | must read | name | news | news analysis | news brief | news conference | news release | newsletter | next | note | notes
notice | obituary | objective | official | on air | op-ed | opening | opinion | options | order | other | our view | outlook | overview | page | part
people | phone | photo | photo essay | photos | picture | pictures | place | podcast | poem | points | politics | poll | postscript | preface | press
press conference | press note | press release | press statement | preview | price | problem | profile | program | programme | prologue | public notice
purpose | q | q and a | q&a | question | questions | quick read | quiz | quote | quotes | read | read more | reader | readers | recap | recipe
reference | references | registration | related | release | reminder | remarks | report | request | resolution | resources | results | review
reviews | roundup | rsvp | rules | safety | sample | save the date | schedule | scope | scoop | scores | see also | share | short | snapshot
society | solution | source | sources | speaker | speakers | special report | speech | spoiler alert | sport | sports | spotlight | staff
standfirst | sponsored | sponsored content | paid content | top story | top stories | statement | status | story | strapline | style | subject | subscribe | summary | table | tags | target | tel | text | the facts
theme | tip | tips | title | tldr | to | topic | topics | transcript | travel | trailer | trending | trivia | tv | update | updated | urgent | venue
verdict | video | videos | viewpoint | vision | vote | warning | watch | weather | website | weekend | what | what next | when | where | who
why | winner | winners | world | year | length | byline | section | published | posted | printed | edited | created | modified
about us | about | abu | am | and | after | all | are | as | because | before | but | by | can | do | does | every | has | have | he | her | here | his | i | if
is | it | its | may | my | no | not | now | of | off | only | or | our | she | should | so | that | their | there | these | they | this | those | thus | today
tomorrow | tonight | until | was | we | were | while | will | with | yes | yesterday | you | your | dear | hello | hi | ladies | gentlemen
nasa | nato | unicef | unesco | opec | fifa | uefa | nfl | nba | mlb | nhl | ncaa | fbi | cia | doj | epa | fda | cdc | imf | wto | who | usaid | isis | isil
asean | saarc | brics | ecowas | hiv | aids | dna | mers | sars | covid-19 | ceo | cfo | cto | ngo | ngos | gdp | usd | eur | gbp | inr | pkr | faqs | npr
achtung | bericht | bild | bilder | eilmeldung | eil | exklusiv | hinweis | hintergrund | interview | korrektur | kommentar | kontakt | meinung
meldung | mitteilung | pressemitteilung | presseinformation | stellungnahme | thema | termin | terminhinweis | video | warnung | wichtig | zusammenfassung
actualité | alerte | analyse | annonce | avis | brève | communiqué de presse | correction | dossier | éditorial | édito | en bref | enquête | entretien
exclusif | flash info | info | invitation | le point | opinion | portrait | question | récit | reportage | tribune | urgent | vidéo
actualización | alerta | análisis | anuncio | atención | aviso | comunicado | comunicado de prensa | corrección | crónica | datos | editorial
en vivo | entrevista | exclusiva | exclusivo | foto | fotos | galería | informe | nota | nota de prensa | noticia | noticias | opinión | pregunta | reportaje
resumen | última hora | urgente | ojo | respuesta | contexto | antecedentes
análise | atenção | comunicado de imprensa | correção | crônica | entrevista | exclusivo | imagens | matéria | nota oficial | opinião | pergunta | última
ultima ora | ultim'ora | aggiornamento | attenzione | comunicato | comunicato stampa | esclusiva | intervista | nota stampa | foto e video | opinione
analyse | commentaar | correctie | let op | nieuws | persbericht | opinie | tekst | kuvat | tiedote | uutinen | pressmeddelande | rättelse | nyhet | pressemelding
komunikat | uwaga | wideo | pilne | wywiad | aktualizacja | tisková zpráva | aktualizováno | pozor | rozhovor | közlemény | videó | frissítve | comunicat | atenţie
son dakika | açıklama | bakış | dikkat | fotoğraf | galeri | güncelleme | haber | özel haber | özet | röportaj | soru | uyarı | video haber | yorum
breaking | foto | galeri | kabar | opini | penting | perhatian | pengumuman | peringatan | ralat | siaran pers | berita | infografis | wawancara | soal | jawab
tin nóng | thông báo | video | ảnh | cập nhật | hỏi | đáp | taarifa | habari | tahadhari | swali | jibu | picha
анализ | важно | видео | внимание | вопрос | дополнено | заявление | интервью | исправление | комментарий | мнение | молния | новости | обновлено | опрос | опровержение
ответ | официально | пресс-релиз | прогноз | репортаж | справка | срочно | сюжет | тема | фото | цитата | эксклюзив | увага | терміново | відео | важливо | оновлено
важно | обзор | итоги | подробности | запись | снимка | снимки | ексклузивно | новина
آخرین خبر | پرسش | پاسخ | توضیح | خبر فوری | فوری | عکس | فیلم | گزارش | ویدئو | سوال | جواب | یادداشت | مصاحبه | بیانیه | اطلاعیه
عاجل | بيان | بيان صحفي | تحديث | تحليل | تصحيح | تقرير | تنبيه | حصري | خاص | خبر عاجل | رأي | سؤال | جواب | صور | فيديو | مقابلة | ملاحظة | هام | إعلان | تغطية
اہم | بریکنگ نیوز | تازہ ترین | تجزیہ | تردید | تصحیح | رپورٹ | سوال | جواب | نوٹ | ویڈیو | پریس ریلیز | اعلان | انٹرویو | وضاحت
उत्तर | प्रश्न | सवाल | जवाब | नोट | ताज़ा खबर | ब्रेकिंग न्यूज़ | ब्रेकिंग न्यूज | वीडियो | विश्लेषण | सूचना | प्रेस विज्ञप्ति | संपादकीय | साक्षात्कार | महत्वपूर्ण
প্রশ্ন | উত্তর | বিশেষ দ্রষ্টব্য | ভিডিও | ছবি | সংবাদ বিজ্ঞপ্তি | ব্রেকিং নিউজ
声明 | 公告 | 快讯 | 快訊 | 突发 | 突發 | 更正 | 视频 | 圖輯 | 组图 | 问 | 答 | 编者按 | 編者按 | 导语 | 摘要 | 提示 | 注意 | 重磅 | 独家 | 獨家 | 评论 | 社论 | 专访 | 综合 | 最新
速報 | 独自 | 写真 | 動画 | 訂正 | 特集 | 解説 | 社説 | 続報 | 図解 | 会見 | 全文 | 更新 | 注目 | 連載
속보 | 단독 | 사진 | 영상 | 정정 | 특집 | 해설 | 사설 | 종합 | 인터뷰 | 포토 | 그래픽 | 질문 | 답변 | 공지
"""


def is_kicker(name: str) -> bool:
    """Whether *name* alone is what newsrooms put above titles or in front of texts.

    >>> is_kicker("Press Release"), is_kicker("Eilmeldung"), is_kicker("Rain at last")
    (True, True, False)
    """
    return folded(name) in _no_places()


def is_no_place(name: str) -> bool:
    """Whether *name* is something that newsrooms put before texts and that is not a place.

    >>> is_no_place("MEDIA ADVISORY"), is_no_place("STATEMENT"), is_no_place("ORANGE COUNTY")
    (True, True, False)
    """
    name = folded(name)
    if name in _no_places():
        return True
    words = re.split("[ /-]", name)
    return len(words) > 1 and any(word in _no_place_words() for word in words)


@functools.cache
def _no_places() -> frozenset[str]:
    return _rows(_NO_PLACES)


@functools.cache
def _no_place_words() -> frozenset[str]:
    """Words that are part of no place's name either: ``THE LATEST NEWS``."""
    return frozenset(name for name in _no_places() if " " not in name) - _IN_NAMES


_IN_NAMES: Final = _words("""
tel all of by and am as i do es solo first market order place world local fashion to from page no is la point
key nice most press nota foto kabar info rose final abu lead poll mission forum story vision safety it he my
may so target victoria
""")

PARTICLES: Final = _words("""
of the and upon on de del la las los el le les du des di da do dos das d' al el- as ash ar an en sur sous
saint am im der den dem die bei ob van von aan zee het 't op y e et und og och i a ve na nad pod pri u v w w.
и на де в у і و اور و‌ dan e- es ed dell della delle degli dei
""")
"""Words of a place's name that begin with a small letter."""

PREPOSITIONS: Final = _words("""
on in at since from by after before until during for to with as when while if am im seit vom le en depuis el
desde em il op sedan den w v dne на в с после dnia pada kuanzia على في منذ
""")
"""Words that begin a sentence with a date: ``On Monday, May 5, 2025 – the day …``."""

OPENERS: Final = _words("""
A An The Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Today Yesterday Earlier In On At After
Before As Following Several Some Many Most More This These Federal Police Prosecutors Authorities Officials
For From With Under During Despite
""")
"""Words that begin a sentence and continue no name: ``WASHINGTON A federal jury``."""
