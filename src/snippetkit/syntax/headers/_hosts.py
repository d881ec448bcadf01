"""Recognise host names by their endings."""

from __future__ import annotations

__all__ = ["HOST"]

# Endings of hosts: of countries, others that newsrooms have, and words in other scripts than Latin.
_COUNTRIES = (
    "a[cdefgilmoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[ceghrstu]"
    "|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]"
    "|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]"
    "|s[abcdeghijklmnorstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]"
)
_ENDINGS = (
    "com|org|net|edu|gov|mil|int|info|biz|name|pro|aero|coop|museum|mobi|asia|arpa"
    "|news|press|media|today|live|daily|report|reports|review|network|online|site|website|web|page"
    "|blog|wiki|world|global|international|agency|radio|tv|video|watch|show|studio|social|email|link"
    "|app|dev|cloud|digital|tech|xyz|club|life|space|zone|city|town|community|group|team|center|centre"
    "|company|foundation|institute|university|academy|school|education|science|law|finance|money|church"
    "|earth|eco|green|energy|health|sport|sports|football|ngo|ong|top|icu|one|plus|guide|events"
    "|africa|berlin|hamburg|koeln|cologne|bayern|wien|tirol|swiss|paris|bzh|corsica|london|scot|wales"
    "|cymru|irish|cat|eus|gal|barcelona|madrid|istanbul|moscow|tatar|tokyo|osaka|kyoto|taipei|sydney"
    "|melbourne|quebec|rio|miami|boston|vegas|nyc|lat|capetown|durban|joburg|kiwi"
    "|example|test|invalid|local|localhost"
)
HOST = (
    r"[^\W_](?:[\w-]*\.)+"
    rf"(?:(?i:{_ENDINGS}|{_COUNTRIES})(?!\w)|[^\W\d_\x00-\u024f][^\W\d_]{{1,23}})"
)
"""The name of a host, as a line with the source alone has it; `node.js` and `Jane.Roe` are none."""
