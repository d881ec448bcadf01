"""What newsrooms write and CLDR does not say, in CLDR's own notation of patterns.

Each pattern adds words to those that may stand between the parts of a date, and an order that the
language is known to use. Marks, blanks and the order of day, month and year that all languages
share need no pattern. Sources: the style guides and front pages of the languages' own press.
"""

from __future__ import annotations

from typing import Any

# In the order in which a word of several languages is taken, when nothing else tells them apart:
# by how much is published in them.
LANGUAGES = (
    *("es", "fr", "de", "pt", "ru", "it", "nl", "id", "ar", "ur", "hi", "bn", "fa", "zh", "zh-Hant"),
    *("ja", "ko", "tr", "vi", "th", "pl", "uk", "ro", "cs", "el", "hu", "sv", "da", "nb", "fi"),
    *("he", "bg", "sr", "sr-Latn", "hr", "bs", "sk", "sl", "mk", "lt", "lv", "et", "sq", "ca", "gl"),
    *("eu", "ms", "fil", "sw", "ta", "te", "mr", "gu", "kn", "ml", "pa", "pa-Arab", "or", "as"),
    *("ne", "si", "my", "km", "lo", "mn", "kk", "uz", "uz-Cyrl", "ky", "tg", "tk", "az", "hy", "ka"),
    *("be", "ps", "sd", "ckb", "ku", "am", "ti", "so", "ha", "yo", "ig", "zu", "xh", "af", "rw"),
    *("om", "is", "nn", "fo", "ga", "gd", "cy", "br", "mt", "lb", "fy", "rm", "tt", "jv", "su"),
    *("ceb", "ast", "sc", "fur", "kok", "mai", "ug", "yi"),
)  # fmt: skip

# Languages whose letters are often left without their marks, in capitals and in addresses.
UNACCENTED = frozenset(("es", "fr", "pt", "ca", "gl", "el", "ro", "it", "ast"))

_HIJRI_AR = [
    [
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ],
    [
        *("المحرم", "صفر", "ربيع الأول", "ربيع الثاني", "جمادى الأول", "جمادى الثانية"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة"),
    ],
]
_HIJRI_FA = [
    [
        *("محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذیقعده", "ذیحجه"),
    ],
    [
        *("محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذی‌القعده", "ذی‌الحجه"),
    ],
]
_HIJRI_UR = [
    [
        *("محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذوالقعدہ", "ذوالحجہ"),
    ],
    [
        *("محرم الحرام", "صفر المظفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول"),
        *("جمادی الثانی", "رجب المرجب", "شعبان المعظم", "رمضان المبارک", "شوال المکرم"),
        *("ذیقعد", "ذوالحج"),
    ],
]
_HIJRI_ID = [
    [
        *("Muharam", "Safar", "Rabiulawal", "Rabiulakhir", "Jumadilawal", "Jumadilakhir"),
        *("Rajab", "Syakban", "Ramadan", "Syawal", "Zulkaidah", "Zulhijah"),
    ]
]
_HIJRI_TR = [
    [
        *("Muharrem", "Safer", "Rebiülevvel", "Rebiülahir", "Cemaziyelevvel", "Cemaziyelahir"),
        *("Recep", "Şaban", "Ramazan", "Şevval", "Zilkade", "Zilhicce"),
    ]
]
_JALALI_FA = [
    [
        *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
        *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
    ],
    # Dari
    [
        *("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله"),
        *("میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"),
    ],
]
_JALALI_PS = [
    [
        *("وری", "غویی", "غبرګولی", "چنګاښ", "زمری", "وږی"),
        *("تله", "لړم", "لیندۍ", "مرغومی", "سلواغه", "کب"),
    ]
]

CALENDARS: dict[str, dict[str, list[list[str]]]] = {
    "ar": {"islamic": _HIJRI_AR},
    "fa": {"islamic": _HIJRI_FA, "persian": _JALALI_FA},
    "ur": {"islamic": _HIJRI_UR},
    "id": {"islamic": _HIJRI_ID},
    "tr": {"islamic": _HIJRI_TR},
    "ps": {"persian": _JALALI_PS},
}

# Urdu as it is spelled besides CLDR's way.
_UR_MONTHS = [
    [
        *("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون"),
        *("جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"),
    ]
]
# Hindi in the older orthography.
_HI_MONTHS = [
    [
        *("जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून"),
        *("जुलाई", "अगस्त", "सितम्बर", "अक्टूबर", "नवम्बर", "दिसम्बर"),
    ],
    [
        *("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून"),
        *("जुलाई", "अगस्त", "सितम्बर", "अक्तूबर", "नवम्बर", "दिसम्बर"),
    ],
]
# Egyptian and Iraqi variants of Arabic names that CLDR's regions do not have.
_AR_MONTHS = [
    [
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
        *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ],
    [
        *("يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيه"),
        *("يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ],
]
_AR_DUAL = [
    [
        *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو"),
        *("حزيران/يونيو", "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر"),
        *("تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"),
    ],
    [
        *("يناير/كانون الثاني", "فبراير/شباط", "مارس/آذار", "أبريل/نيسان", "مايو/أيار"),
        *("يونيو/حزيران", "يوليو/تموز", "أغسطس/آب", "سبتمبر/أيلول"),
        *("أكتوبر/تشرين الأول", "نوفمبر/تشرين الثاني", "ديسمبر/كانون الأول"),
    ],
]
FACTS: dict[str, dict[str, Any]] = {
    "es": {
        "dates": [
            "MMMM d, y", "MMM d, y", "EEEE d 'de' MMMM 'de' y", "EEEE d 'de' MMMM 'del' y",
            "d 'de' MMMM 'del' y", "'el' d 'de' MMMM 'de' y", "d'º' 'de' MMMM 'de' y",
            "d.'º' 'de' MMMM 'de' y", "EEEE, MMMM d, y",
        ],
        "clocks": ["H:mm 'h'.", "H.mm 'h'.", "H:mm 'hs'.", "H:mm 'horas'", "H:mm 'hrs'.", "H'h'mm"],
        "joins": ["{1} 'a' 'las' {0}", "{1}, {0}", "{1} - {0}"],
        "halves": [[[0, 720, "am"], [720, 1440, "pm"]], [[0, 720, "a.m."], [720, 1440, "p.m."]]],
    },
    "fr": {
        "dates": ["d'er' MMMM y", "'le' d MMMM y", "EEEE d'er' MMMM y", "'le' EEEE d MMMM y"],
        "clocks": [
            "H'h'mm", "H 'h' mm", "H'h'", "H 'h'", "H'h'mm'm'ss's'", "H 'heures' mm", "H 'heures'",
            "H 'h' mm 'min'", "H.mm",
        ],
        "joins": ["{1} 'à' {0}", "{1}, 'à' {0}", "{1} - {0}"],
    },
    "de": {
        "dates": ["EEEE, 'den' d. MMMM y", "'den' d. MMMM y", "'am' d. MMMM y", "d. M. y"],
        "clocks": ["H:mm 'Uhr'", "H.mm 'Uhr'", "H 'Uhr'", "H 'Uhr' mm", "HH:mm:ss 'Uhr'", "H:mm'h'"],
        "joins": ["{1} 'um' {0}", "{1}, 'um' {0}", "{1} - {0}"],
    },
    "pt": {
        "dates": ["d'º' 'de' MMMM 'de' y", "d MMMM y", "d 'de' MMMM, y", "'em' d 'de' MMMM 'de' y"],
        "clocks": ["H'h'mm", "H'h'", "H'h'mm'min'", "H 'h' mm", "H:mm'h'", "H.mm"],
        "joins": ["{1} 'às' {0}", "{1}, 'às' {0}", "{1} 'pelas' {0}", "{1} - {0}"],
    },
    "ru": {
        "dates": [
            "d MMMM y 'года'", "d-'го' MMMM y 'года'", "d-'го' MMMM y", "MMMM y 'года'", "y 'год'",
            "y 'г'.", "dd.MM.y 'г'.", "EEEE, d MMMM y 'года'",
        ],
        "clocks": ["H:mm 'ч'.", "H 'ч'. mm 'мин'.", "H 'часов' mm 'минут'"],
        "joins": ["{1} 'в' {0}", "{1}, 'в' {0}", "{1} - {0}"],
    },
    "it": {
        "dates": ["d'º' MMMM y", "d'°' MMMM y", "'il' d MMMM y", "'addì' d MMMM y"],
        "clocks": ["H.mm", "'ore' H:mm", "'ore' H.mm", "'h'. H:mm", "H:mm"],
        "joins": ["{1} 'alle' {0}", "{1} 'alle' 'ore' {0}", "{1}, 'ore' {0}", "{1} 'ore' {0}"],
    },
    "nl": {
        "dates": ["d'e' MMMM y", "EEEE d MMMM y"],
        "clocks": ["H:mm 'uur'", "H.mm 'uur'", "H.mm", "H 'uur'", "H'u'mm", "H'u'"],
        "joins": ["{1} 'om' {0}", "{1}, 'om' {0}", "{1} - {0}"],
    },
    "id": {
        "dates": ["'tanggal' d MMMM y", "EEEE (dd/MM/y)", "EEEE (d/M/y)"],
        "clocks": ["H.mm", "H:mm", "'pukul' H.mm", "'pukul' H:mm"],
        "joins": ["{1} 'pukul' {0}", "{1}, 'pukul' {0}", "{1} - {0}", "{1} | {0}"],
    },
    "ar": {
        "months": [*_AR_MONTHS, *_AR_DUAL],
        "dates": [
            "EEEE d MMMM y", "MMMM d, y", "'في' d MMMM y", "'يوم' EEEE d MMMM y", "y/M/d",
            "d 'من' MMMM y", "d MMMM 'عام' y", "d MMMM 'سنة' y",
        ],
        "joins": ["{1} 'في' {0}", "{1} 'الساعة' {0}", "{1}، 'الساعة' {0}", "{1} - {0}"],
        "halves": [[[0, 720, "صباحاً"], [720, 1440, "مساءً"]]],
        "utc": ["غرينتش", "جرينتش", "توقيت غرينتش", "بتوقيت غرينتش", "ت غ",
            "توقيت جرينتش", "بتوقيت جرينتش", "توقيت غرينيتش", "بتوقيت غرينيتش", "بتوقيت جرينيتش"],
        "eras": {
            "م": "gregorian", "ميلادي": "gregorian", "ميلادية": "gregorian", "هـ": "islamic",
            "هجري": "islamic", "هجرية": "islamic",
        },
    },
    "ur": {
        "months": _UR_MONTHS,
        "dates": ["MMMM d، y", "d MMMM y", "EEEE، d MMMM y", "EEEE d MMMM y", "'بروز' EEEE d MMMM y"],
        "clocks": ["h:mm 'بجے'", "a h:mm 'بجے'", "h 'بجے'", "a h 'بجے'"],
        "halves": [
            [[0, 720, "صبح"], [720, 1080, "دوپہر"], [960, 1200, "شام"], [1140, 1440, "رات"]],
            [[0, 720, "قبل دوپہر"], [720, 1440, "بعد دوپہر"]],
        ],
        "joins": ["{1} {0}", "{1}, {0}", "{1} 'کو' {0}", "{1}، {0}", "{1} - {0}"],
        "eras": {
            "ء": "gregorian", "عیسوی": "gregorian", "ھ": "islamic", "ہجری": "islamic",
        },
    },
    "hi": {
        "months": _HI_MONTHS,
        "dates": ["MMMM d, y", "d MMMM, y", "EEEE, d MMMM, y"],
        "clocks": ["h:mm 'बजे'", "a h:mm 'बजे'", "H:mm 'बजे'", "h 'बजे'", "a h 'बजे'"],
        "joins": ["{1} 'को' {0}", "{1}, {0}", "{1} - {0}", "{1} | {0}"],
    },
    "bn": {
        "dates": ["d MMMM, y", "MMMM d, y", "d MMMM y", "EEEE, d MMMM y", "d'ই' MMMM y", "d'লা' MMMM y"],
        "clocks": ["h:mm 'টা'", "a h:mm 'টা'", "h:mm", "H:mm"],
        "joins": ["{1}, {0}", "{1} {0}", "{1} - {0}", "{1} | {0}"],
        "halves": [[[0, 720, "পূর্বাহ্ণ"], [720, 1440, "অপরাহ্ণ"]], [[0, 720, "এএম"], [720, 1440, "পিএম"]]],
    },
    "fa": {
        "dates": ["EEEE، d MMMM y", "EEEE d MMMM 'ماه' y", "d MMMM 'ماه' y", "d MMMM 'سال' y"],
        "clocks": ["H:mm", "'ساعت' H:mm", "'ساعت' H"],
        "joins": ["{1} 'ساعت' {0}", "{1}، {0}", "{1} - {0}", "{1} | {0}"],
        "eras": {
            "میلادی": "gregorian", "خورشیدی": "persian", "شمسی": "persian", "هجری شمسی": "persian",
            "هجری خورشیدی": "persian", "ه.ش": "persian", "ه.ش.": "persian", "ه. ش.": "persian",
            "هجری قمری": "islamic", "ه.ق": "islamic", "ه.ق.": "islamic", "قمری": "islamic",
        },
    },
    "zh": {
        "dates": ["y年M月d号", "y年M月d日(EEEE)", "y年M月d日 EEEE", "M月d号", "y-M-d EEEE"],
        "clocks": ["H时mm分", "ah时mm分", "ah时", "H时", "H时mm分ss秒", "H点mm分", "ah点mm分", "ah:mm", "ah点", "ah:mm:ss"],
        "halves": [[[0, 360, "凌晨"], [300, 720, "早上"], [720, 1080, "下午"], [1080, 1440, "晚上"]],
                   [[240, 720, "早晨"], [660, 840, "中午"], [960, 1200, "傍晚"], [1080, 1440, "晚"]]],
        "utc": ["格林威治时间", "世界标准时间"],
        "eras": {"公元": "gregorian", "民国": "roc"},
    },
    "zh-Hant": {
        "dates": ["y年M月d號", "y年M月d日(EEEE)", "y年M月d日（EEEE）", "y年M月d日EEEE", "y-M-d EEEE"],
        "clocks": ["H時mm分", "ah時mm分", "ah時", "H時", "H時mm分ss秒", "H點mm分", "ah點mm分", "ah:mm", "ah:mm:ss"],
        "weekdays": [["週一", "週二", "週三", "週四", "週五", "週六", "週日"],
                     ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
                     ["禮拜一", "禮拜二", "禮拜三", "禮拜四", "禮拜五", "禮拜六", "禮拜日"]],
        "halves": [[[0, 360, "凌晨"], [300, 720, "早上"], [720, 1080, "下午"], [1080, 1440, "晚上"]],
                   [[240, 720, "清晨"], [660, 840, "中午"], [960, 1200, "傍晚"], [1080, 1440, "晚間"]]],
        "eras": {"西元": "gregorian", "民國": "roc", "中華民國": "roc"},
    },
    "ja": {
        "dates": ["y年M月d日(EEEE)", "y年M月d日 EEEE", "y年M月d日", "Gy年M月d日", "Gy年M月d日(EEEE)", "M月d日(EEEE)", "y.M.d"],
        "clocks": ["H時mm分", "aK時mm分", "aK時", "H時", "aK:mm", "H時mm分ss秒", "H:mm'配信'"],
        "halves": [[[0, 720, "午前"], [720, 1440, "午後"]]],
        "eras": {"令和": "reiwa", "平成": "heisei", "昭和": "showa", "西暦": "gregorian"},
    },
    "ko": {
        "dates": ["y년 M월 d일 EEEE", "y년 M월 d일(EEEE)", "y년 M월 d일", "y.M.d", "y. M. d", "y. M. d.(EEEE)", "M월 d일"],
        "clocks": ["a h시 mm분", "H시 mm분", "a h시", "H시", "a h:mm", "a h:mm:ss"],
        "halves": [[[0, 360, "새벽"], [360, 720, "아침"], [720, 1080, "낮"], [1080, 1440, "저녁"]]],
        "eras": {"서기": "gregorian"},
    },
    "tr": {
        "dates": ["d MMMM y, EEEE", "d MMMM EEEE y", "d.M.y", "d/M/y"],
        "clocks": ["'saat' H:mm", "'Saat' H:mm", "H.mm", "'saat' H.mm"],
        "joins": ["{1} 'saat' {0}", "{1}, 'saat' {0}", "{1} - {0}", "{1} | {0}", "{1}, {0}"],
    },
    "vi": {
        "dates": [
            "'ngày' d 'tháng' M 'năm' y", "d 'tháng' M 'năm' y", "EEEE, 'ngày' d 'tháng' M 'năm' y",
            "EEEE 'ngày' d 'tháng' M 'năm' y", "EEEE, 'ngày' d/M/y", "'ngày' d/M/y", "EEEE, d/M/y",
            "'ngày' d-M-y", "'tháng' M/y", "'tháng' M 'năm' y",
        ],
        "clocks": ["H'h'mm", "H 'giờ' mm", "H'h'", "H 'giờ' mm 'phút'", "H 'giờ'", "'lúc' H:mm", "'lúc' H'h'mm"],
        "joins": ["{1} 'lúc' {0}", "{1}, 'lúc' {0}", "{1} - {0}", "{1} | {0}", "{0} 'ngày' {1}", "{0}, 'ngày' {1}"],
    },
    "th": {
        "dates": [
            "EEEE'ที่' d MMMM y", "'วันที่' d MMMM y", "d MMMM G y", "'วันที่' d MMMM G y", "EEEE d MMMM y",
            "EEEE, d MMMM y",
        ],
        "clocks": ["H.mm 'น'.", "HH:mm 'น'.", "H:mm 'น'.", "'เวลา' H:mm 'น'.", "'เวลา' H.mm 'น'."],
        "joins": ["{1} 'เวลา' {0}", "{1}, {0}", "{1} - {0}", "{1} | {0}"],
        "eras": {"พ.ศ.": "buddhist", "พ.ศ": "buddhist", "พุทธศักราช": "buddhist", "ค.ศ.": "gregorian",
                 "ค.ศ": "gregorian", "คริสต์ศักราช": "gregorian"},
        "weekdays": [["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"]],
    },
    "pl": {
        "dates": ["d MMMM y 'r'.", "d MMMM y 'roku'", "EEEE, d MMMM y 'r'.", "'dnia' d MMMM y", "MMMM y 'r'."],
        "clocks": ["'godz'. H:mm", "'godz'. H.mm", "H.mm", "'g'. H:mm", "'godzina' H:mm"],
        "joins": ["{1} 'o' {0}", "{1}, 'o' {0}", "{1}, 'godz'. {0}", "{1} 'godz'. {0}", "{1} - {0}"],
    },
    "uk": {
        "dates": ["d MMMM y 'року'", "d MMMM y", "d-'го' MMMM y", "MMMM y 'року'", "EEEE, d MMMM y 'року'", "dd.MM.y 'р'."],
        "clocks": ["H:mm 'год'.", "'о' H:mm"],
        "joins": ["{1} 'о' {0}", "{1}, 'о' {0}", "{1} 'об' {0}", "{1} - {0}"],
    },
    "ro": {
        "dates": ["EEEE, d MMMM y", "d MMMM y"],
        "clocks": ["'ora' H:mm", "H.mm", "'ora' H.mm"],
        "joins": ["{1} 'la' {0}", "{1}, 'ora' {0}", "{1} 'la' 'ora' {0}", "{1} - {0}"],
    },
    "cs": {
        "dates": ["d. MMMM y", "d. M. y", "EEEE d. MMMM y", "'dne' d. MMMM y"],
        "clocks": ["H.mm", "H:mm 'hod'.", "H.mm 'hod'.", "'v' H:mm"],
        "joins": ["{1} 'v' {0}", "{1}, 'v' {0}", "{1} - {0}", "{1} | {0}"],
    },
    "el": {
        "dates": ["EEEE, d MMMM y", "d'η' MMMM y", "'τις' d MMMM y"],
        "joins": ["{1} 'στις' {0}", "{1}, 'στις' {0}", "{1} 'ώρα' {0}", "{1} - {0}"],
        "clocks": ["H:mm", "H.mm", "'ώρα' H:mm"],
    },
    "hu": {
        "dates": ["y. MMMM d.", "y. MMMM d., EEEE", "y. MMMM d. EEEE", "y.MM.dd.", "y. 'év' MMMM d.", "y. MMMM d-'én'", "y. MMMM d-'án'"],
        "clocks": ["H:mm", "H.mm", "H 'óra' mm 'perc'", "H 'óra'"],
        "joins": ["{1} {0}", "{1}, {0}", "{1} - {0}"],
    },
    "sv": {
        "dates": ["d MMMM, y", "'den' d MMMM y", "EEEE 'den' d MMMM y", "EEEE d MMMM y"],
        "clocks": ["H.mm", "'kl'. H.mm", "'kl' H.mm", "'kl'. H:mm", "'kl' H:mm", "'klockan' H.mm", "H:mm"],
        "joins": ["{1} 'kl'. {0}", "{1}, 'kl'. {0}", "{1} - {0}"],
    },
    "da": {
        "dates": ["'den' d. MMMM y", "EEEE 'den' d. MMMM y", "EEEE d. MMMM y", "d. MMM. y"],
        "clocks": ["H.mm", "'kl'. H.mm", "'kl'. H:mm", "H:mm"],
        "joins": ["{1} 'kl'. {0}", "{1}, 'kl'. {0}", "{1} - {0}"],
    },
    "nb": {
        "dates": ["'den' d. MMMM y", "EEEE 'den' d. MMMM y", "EEEE d. MMMM y"],
        "clocks": ["H.mm", "'kl'. H.mm", "'kl'. H:mm", "'klokken' H.mm", "H:mm"],
        "joins": ["{1} 'kl'. {0}", "{1}, 'kl'. {0}", "{1} - {0}"],
    },
    "nn": {"clocks": ["H.mm", "'kl'. H.mm", "'kl'. H:mm"], "joins": ["{1} 'kl'. {0}"]},
    "fi": {
        "dates": ["EEEE d. MMMM y", "EEEE, d. MMMM y"],
        "clocks": ["'klo' H.mm", "'kello' H.mm", "'klo' H:mm", "H:mm", "'klo' H"],
        "joins": ["{1} 'klo' {0}", "{1}, 'klo' {0}", "{1} - {0}"],
    },
    "he": {
        "dates": ["EEEE, d בMMMM y", "d MMMM y", "EEEE d בMMMM y", "'ב'-d בMMMM y"],
        "joins": ["{1} 'בשעה' {0}", "{1}, 'בשעה' {0}", "{1} {0}", "{1} - {0}", "{1} | {0}"],
    },
    "bg": {
        "dates": ["d MMMM y", "d MMMM y 'година'", "d MMMM y 'г'.", "EEEE, d MMMM y"],
        "clocks": ["H:mm 'часа'", "H.mm 'ч'.", "H.mm 'часа'", "H:mm 'ч'."],
        "joins": ["{1} 'в' {0}", "{1}, 'в' {0}", "{1} 'от' {0}", "{1} - {0}", "{1} | {0}"],
    },
    "sr": {
        "dates": ["d. MMMM y. 'године'", "d. MMMM y", "EEEE, d. MMMM y. 'године'"],
        "clocks": ["H.mm", "H:mm 'ч'.", "H:mm"],
        "joins": ["{1} 'у' {0}", "{1}, 'у' {0}", "{1} | {0}"],
    },
    "sr-Latn": {
        "dates": ["d. MMMM y. 'godine'", "d. MMMM y", "EEEE, d. MMMM y. 'godine'"],
        "clocks": ["H.mm", "H:mm 'h'", "H:mm"],
        "joins": ["{1} 'u' {0}", "{1}, 'u' {0}", "{1} | {0}"],
    },
    "hr": {
        "dates": ["d. MMMM y. 'godine'", "d. MMMM y", "d. MMMM y. 'g'.", "EEEE, d. MMMM y. 'godine'"],
        "clocks": ["H.mm", "H:mm 'h'", "H:mm 'sati'", "'u' H:mm"],
        "joins": ["{1} 'u' {0}", "{1}, 'u' {0}", "{1} | {0}", "{1} - {0}"],
    },
    "bs": {
        "dates": ["d. MMMM y. 'godine'", "d. MMMM y", "EEEE, d. MMMM y. 'godine'"],
        "clocks": ["H.mm", "H:mm 'h'", "H:mm 'sati'"],
        "joins": ["{1} 'u' {0}", "{1}, 'u' {0}", "{1} | {0}"],
    },
    "sk": {
        "dates": ["d. MMMM y", "d. M. y", "'dňa' d. MMMM y"],
        "clocks": ["H.mm", "H:mm 'hod'.", "H.mm 'hod'."],
        "joins": ["{1} 'o' {0}", "{1}, 'o' {0}", "{1} - {0}"],
    },
    "sl": {
        "dates": ["d. MMMM y", "EEEE, d. MMMM y", "'dne' d. MMMM y"],
        "clocks": ["H.mm", "H:mm", "'ob' H.mm"],
        "joins": ["{1} 'ob' {0}", "{1}, 'ob' {0}", "{1} - {0}"],
    },
    "mk": {
        "dates": ["d MMMM y", "d MMMM y 'година'", "EEEE, d MMMM y 'година'"],
        "joins": ["{1} 'во' {0}", "{1}, 'во' {0}", "{1} - {0}"],
    },
    "lt": {
        "dates": ["y 'm'. MMMM d 'd'.", "y MMMM d", "y-MM-dd", "y.MM.dd"],
        "clocks": ["H:mm 'val'.", "H.mm 'val'.", "HH:mm"],
        "joins": ["{1}, {0}", "{1} - {0}", "{1} | {0}"],
    },
    "lv": {
        "dates": ["y. 'gada' d. MMMM", "d. MMMM, y", "d. MMMM y", "EEEE, d. MMMM, y", "dd.MM.y."],
        "clocks": ["'plkst'. H.mm", "'plkst'. H:mm", "'pulksten' H.mm"],
        "joins": ["{1} 'plkst'. {0}", "{1}, 'plkst'. {0}", "{1}, {0}"],
    },
    "et": {
        "dates": ["d. MMMM y", "EEEE, d. MMMM y", "d. MMMM y. 'a'.", "d. MMMM y 'aasta'"],
        "clocks": ["'kell' H.mm", "'kell' H:mm", "H.mm", "'kl' H.mm", "'kl' H:mm"],
        "joins": ["{1} 'kell' {0}", "{1}, 'kell' {0}", "{1}, {0}", "{1} - {0}"],
    },
    "sq": {
        "dates": ["d MMMM y", "EEEE, d MMMM y", "'më' d MMMM y"],
        "clocks": ["H:mm", "'ora' H:mm", "H.mm"],
        "joins": ["{1} 'në' {0}", "{1}, 'ora' {0}", "{1} 'në' 'orën' {0}", "{1} - {0}"],
    },
    "ca": {
        "dates": ["d MMMM 'de' y", "d MMMM y", "EEEE, d MMMM 'de' y", "d 'de' MMMM 'de' y"],
        "clocks": ["H.mm 'h'", "H:mm 'h'", "H.mm", "H:mm"],
        "joins": ["{1} 'a' 'les' {0}", "{1}, 'a' 'les' {0}", "{1} - {0}"],
    },
    "gl": {
        "dates": ["d 'de' MMMM 'de' y", "d 'de' MMMM 'do' y"],
        "clocks": ["H:mm 'h'", "H.mm 'h'", "H:mm 'horas'"],
        "joins": ["{1} 'ás' {0}", "{1}, 'ás' {0}", "{1} - {0}"],
    },
    "eu": {
        "dates": ["y'ko' MMMM'ren' d'a'", "y'ko' MMMM'ren' d'a', EEEE", "y/MM/dd", "y-MM-dd", "y MMMM d"],
        "joins": ["{1} {0}", "{1}, {0}", "{1} - {0}"],
    },
    "ms": {
        "dates": ["d MMMM y", "d MMMM, y", "EEEE, d MMMM y", "d'hb' MMMM y"],
        "clocks": ["h:mm a", "h.mm a", "H:mm"],
        "halves": [[[0, 720, "pagi"], [720, 1140, "petang"], [1140, 1440, "malam"]]],
        "joins": ["{1} 'pada' {0}", "{1}, 'jam' {0}", "{1} - {0}", "{1} | {0}"],
    },
    "fil": {
        "dates": ["'Ika'-d 'ng' MMMM y", "d MMMM y", "'ika'-d 'ng' MMMM, y"],
        "joins": ["{1} 'nang' {0}", "{1} - {0}", "{1} | {0}"],
    },
    "sw": {
        "dates": ["'tarehe' d MMMM y", "d MMMM, y", "MMMM d, y", "EEEE, MMMM d, y"],
        "clocks": ["'saa' H:mm", "H:mm"],
        "joins": ["{1} 'saa' {0}", "{1}, 'saa' {0}", "{1}, {0}", "{1} - {0}"],
    },
    "ta": {
        "dates": ["d MMMM y", "MMMM d, y", "d MMMM, y", "EEEE, d MMMM y"],
        "joins": ["{1}, {0}", "{1} {0}", "{1} - {0}", "{1} | {0}"],
        "halves": [[[0, 720, "முற்பகல்"], [720, 1440, "பிற்பகல்"]], [[240, 720, "காலை"], [960, 1140, "மாலை"], [1140, 1440, "இரவு"]]],
    },
    "te": {"dates": ["MMMM d, y", "d MMMM y", "d MMMM, y"], "joins": ["{1} | {0}", "{1}, {0}"]},
    "mr": {
        "dates": ["d MMMM y", "d MMMM, y", "MMMM d, y"],
        "clocks": ["h:mm 'वाजता'", "a h:mm 'वाजता'"],
        "joins": ["{1} 'रोजी' {0}", "{1}, {0}", "{1} - {0}", "{1} | {0}"],
    },
    "gu": {"dates": ["d MMMM y", "MMMM d, y"], "joins": ["{1}, {0}", "{1} | {0}"]},
    "kn": {"dates": ["d MMMM y", "MMMM d, y"], "joins": ["{1}, {0}", "{1} | {0}"]},
    "ml": {"dates": ["d MMMM y", "MMMM d, y", "y MMMM d"], "joins": ["{1}, {0}", "{1} | {0}"]},
    "pa": {"dates": ["d MMMM y", "MMMM d, y", "d MMMM, y"], "joins": ["{1}, {0}", "{1} | {0}"]},
    "ne": {"dates": ["y MMMM d", "d MMMM y", "MMMM d, y", "y MMMM d, EEEE"], "joins": ["{1} | {0}"]},
    "si": {
        "dates": ["y MMMM d", "y MMMM 'මස' d", "y MMMM 'මස' d 'වන' 'දා'", "d MMMM y", "y MMMM d EEEE"],
        "clocks": ["a h.mm", "a h:mm", "h.mm a", "H.mm"],
        "joins": ["{1} {0}", "{1}, {0}", "{1} - {0}", "{1} | {0}"],
    },
    "my": {
        "dates": ["y 'ခုနှစ်' MMMM 'လ' d 'ရက်'", "y MMMM d", "y 'ခုနှစ်'၊ MMMM d 'ရက်'", "d MMMM y"],
        "joins": ["{1} {0}", "{1}, {0}"],
    },
    "km": {
        "dates": ["'ថ្ងៃទី'd 'ខែ'MMMM 'ឆ្នាំ'y", "'ថ្ងៃ'EEEE 'ទី'd 'ខែ'MMMM 'ឆ្នាំ'y", "d MMMM y"],
        "joins": ["{1} 'ម៉ោង' {0}", "{1} 'វេលាម៉ោង' {0}", "{1} {0}"],
    },
    "lo": {
        "dates": ["'ວັນທີ' d MMMM y", "EEEE'ທີ' d MMMM y", "EEEE 'ທີ' d MMMM G y", "d MMMM y"],
        "joins": ["{1} 'ເວລາ' {0}", "{1} {0}"],
        "eras": {"ຄ.ສ.": "gregorian", "ຄ.ສ": "gregorian", "ພ.ສ.": "buddhist", "ພ.ສ": "buddhist"},
    },
    "mn": {
        "dates": ["y 'оны' M 'дугаар' 'сарын' d", "y 'оны' M 'дүгээр' 'сарын' d", "y 'оны' M-'р' 'сарын' d", "y.MM.dd", "y-MM-dd"],
        "joins": ["{1} {0}", "{1}, {0}"],
    },
    "kk": {
        "dates": ["d MMMM y", "y 'жылғы' d MMMM", "d MMMM y 'жыл'", "d MMMM y 'ж'.", "d MMMM, y", "d MMMM y, EEEE"],
        "joins": ["{1} 'сағат' {0}", "{1}, {0}", "{1} - {0}"],
    },
    "uz": {
        "dates": ["d MMMM y", "d-MMMM y", "y-'yil' d-MMMM", "y 'yil' d MMMM", "d MMMM y-'yil'", "d MMMM, y"],
        "joins": ["{1}, {0}", "{1} 'soat' {0}", "{1} - {0}", "{1} | {0}"],
    },
    "uz-Cyrl": {
        "dates": ["d MMMM y", "d-MMMM y", "y-'йил' d-MMMM", "y 'йил' d MMMM", "d MMMM, y"],
        "joins": ["{1}, {0}", "{1} 'соат' {0}", "{1} - {0}", "{1} | {0}"],
    },
    "ky": {
        "dates": ["d-MMMM y-'ж'.", "d-MMMM, y", "y-'жылдын' d-MMMM", "d MMMM y", "y-'жылы' d-MMMM"],
        "joins": ["{1}, {0}", "{1} 'саат' {0}"],
    },
    "tg": {
        "dates": ["d MMMM y", "d MMMM 'соли' y", "d MMMMи y", "d-'уми' MMMMи y"],
        "joins": ["{1}, {0}", "{1} 'соати' {0}"],
    },
    "tk": {
        "dates": ["d MMMM y", "d-'nji' MMMM y", "y-'nji' 'ýylyň' d-'nji' MMMM"],
        "joins": ["{1}, {0}"],
    },
    "az": {
        "dates": ["d MMMM y", "d MMMM y-'ci' 'il'", "d MMMM, y", "d MMMM y, EEEE", "d MMMM y 'il'"],
        "joins": ["{1} 'saat' {0}", "{1}, {0}", "{1} - {0}", "{1} | {0}"],
    },
    "hy": {
        "dates": ["d MMMM y", "d MMMM, y", "y 'թ'. MMMM d", "y 'թվականի' MMMM'ի' d", "d MMMM y 'թ'."],
        "joins": ["{1}, 'ժամը' {0}", "{1} 'ժամը' {0}", "{1}, {0}"],
    },
    "ka": {
        "dates": ["d MMMM, y", "d MMMM y", "y 'წლის' d MMMM", "EEEE, d MMMM y"],
        "joins": ["{1}, {0}", "{1} - {0}", "{1} | {0}"],
    },
    "be": {
        "dates": ["d MMMM y 'года'", "d MMMM y", "d MMMM y 'г'."],
        "joins": ["{1} 'у' {0}", "{1}, {0}", "{1}, 'у' {0}"],
    },
    "ps": {
        "dates": ["y MMMM d", "d MMMM y", "'د' y 'د' MMMM d", "EEEE d MMMM y"],
        "joins": ["{1} {0}", "{1}، {0}"],
        "eras": {"میلادي": "gregorian", "لمریز": "persian", "هجري شمسي": "persian"},
    },
    "ckb": {
        "dates": ["'ی' d MMMM y", "d'ی' MMMM'ی' y", "d'ی' MMMM y", "d MMMM y"],
        "joins": ["{1} {0}"],
    },
    "am": {
        "dates": ["MMMM d, y", "d MMMM y", "MMMM d 'ቀን' y", "EEEE፣ MMMM d y", "EEEE፣ d MMMM y"],
        "joins": ["{1} {0}", "{1}፣ {0}", "{1} 'በ' {0}"],
    },
    "ti": {"dates": ["d MMMM y", "MMMM d, y", "EEEE፣ d MMMM y"], "joins": ["{1} {0}"]},
    "so": {"dates": ["d MMMM y", "MMMM d, y", "EEEE, d MMMM y"], "joins": ["{1}, {0}", "{1} 'saacadda' {0}"]},
    "ha": {"dates": ["d 'ga' MMMM, y", "d 'ga' MMMM y", "EEEE, d 'ga' MMMM, y", "d MMMM y"], "joins": ["{1}, {0}"]},
    "yo": {"dates": ["d MMMM, y", "d MMMM y", "'Ọjọ́' d MMMM y"], "joins": ["{1}, {0}"]},
    "ig": {"dates": ["d MMMM y", "'Ụbọchị' d 'nke' MMMM y"], "joins": ["{1}, {0}"]},
    "zu": {"dates": ["d MMMM y", "'ngo' d MMMM y", "EEEE, d MMMM y"], "joins": ["{1}, {0}", "{1} 'ngo' {0}"]},
    "af": {
        "dates": ["d MMMM y", "EEEE d MMMM y", "EEEE, d MMMM y"],
        "clocks": ["H:mm", "H'h'mm", "H.mm", "H:mm 'nm'.", "H:mm 'vm'."],
        "joins": ["{1} 'om' {0}", "{1}, {0}"],
    },
    "is": {
        "dates": ["d. MMMM y", "EEEE 'inn' d. MMMM y", "EEEE d. MMMM y"],
        "clocks": ["'kl'. H:mm", "'kl'. H.mm", "H.mm"],
        "joins": ["{1} 'kl'. {0}", "{1}, 'kl'. {0}", "{1} 'klukkan' {0}"],
    },
    "ga": {
        "dates": ["d MMMM y", "EEEE, d MMMM y", "'An' d MMMM y"],
        "joins": ["{1} 'ag' {0}", "{1}, {0}"],
    },
    "gd": {"dates": ["d MMMM y", "d'mh' MMMM y"], "joins": ["{1} 'aig' {0}", "{1}, {0}"]},
    "cy": {"dates": ["d MMMM y", "EEEE, d MMMM y", "d'fed' MMMM y"], "joins": ["{1} 'am' {0}", "{1}, {0}"]},
    "mt": {"dates": ["d 'ta’' MMMM y", "d 'ta’' MMMM, y", "EEEE, d 'ta’' MMMM, y"], "joins": ["{1} 'fil' {0}", "{1}, {0}"]},
    "lb": {"dates": ["d. MMMM y"], "clocks": ["H:mm 'Auer'", "H.mm 'Auer'"], "joins": ["{1} 'um' {0}", "{1}, {0}"]},
    "yi": {"dates": ["d'טן' MMMM y", "EEEE, d'טן' MMMM y"], "joins": ["{1}, {0}"]},
}  # fmt: skip
