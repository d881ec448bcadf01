r"""How well broken paragraphs are restored: a measuring set with known paragraphs, and the measure.

Articles whose paragraphs are known (:mod:`.article`) are printed to PDF in twelve layouts (:mod:`.layouts`) by Chromium
and by WeasyPrint (:mod:`.render`). Their texts are taken out again as people do it (:mod:`.extract`), and brought into
the shape of the given snippet (:mod:`.shapes`). A function that restores paragraphs is then judged by how many come out
exactly as they were written (:mod:`.score`), for each layout, extractor and language (:mod:`.report`).

Build
-----

::

    apt-get install chromium poppler-utils libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
        fonts-liberation fonts-dejavu fonts-noto-core fonts-noto-cjk fonts-freefont-ttf fonts-hosny-amiri \
        fonts-sil-scheherazade fonts-lohit-taml fonts-lklug-sinhala
    pip install -e ".[paragraphs]"
    python -m benchmarks.paragraphs build            # all of it, in some four minutes on two cores

The sets go to `paragraphs/train/` and `paragraphs/test/` in the system's folder for temporary files, or where
`--folder` says. Nothing of them is kept in the repository. Which renderers made them stands in `versions.json`. In the
folder of a document stand

* `article.json`: its language, source, layout and renderer; the true `blocks` with their kinds; the true `paragraphs`;
  `chrome`, what a site prints around an article (menus, requests to share, notices);
* `doc.pdf`;
* `pdftotext.txt`, `pdftotext-layout.txt`, `pdfminer.txt`, `pypdf.txt`, `pypdfium2.txt`: what each extractor gives;
* `lines.txt`: every line of pdftotext's between blank lines, page furniture included;
* `mixed.txt`: the given snippet's own shape. Some paragraphs are broken at every line, some are whole, some are broken
  and then whole, some split in mid-sentence where a page ended; blank lines stand between all pieces.

Layouts
-------

A4 in a justified serif, with hyphens; Letter in a ragged sans; a narrow column; two columns; indented first lines
without space between; blocks with space between; running headers with "Page 3 of 7"; running titles with "– 3 –"; a
site's page as a browser prints it, with its menus and notices, the date, the address and page numbers; large type;
pictures with captions; wide line spacing. An article is printed in two or four of them, so that within a language, a
source and a half all layouts come equally often, and over all languages both renderers do.

Train and test
--------------

Half of the articles are for building (`train`), half for judging (`test`), by the hash of their names
(:func:`.build.split`), so that no article is in both. Who builds does not look into `test`: not into the articles
either, whose names `python -m benchmarks.paragraphs articles test` lists.

Score
-----

::

    python -m benchmarks.paragraphs score snippetkit.restore:paragraphs --split test
    python -m benchmarks.paragraphs score benchmarks.paragraphs.baselines:short_lines
    python -m benchmarks.paragraphs score benchmarks.paragraphs.baselines:pdfium_short_lines --pdf

The function takes a text and its language and gives paragraphs as str, or something that has them as `.paragraphs`;
with `--pdf` it takes a path. What counts as a hit, and what is left out as illegible, is said in :mod:`.score`.

Articles and their licences
---------------------------

`articles/LANGUAGE/NUMBER.txt` are invented: people, places and events. They were written for this project and are under
its licence (MIT). At least eight in each of English, Arabic, Bengali, Dutch, French, German, Greek, Hindi, Indonesian,
Italian, Persian, Polish, Portuguese, Russian, Spanish, Swahili, Turkish, Urdu and Vietnamese, four in Sinhala and Tamil,
three in Chinese, Japanese and Thai, which put no spaces between words and are reported apart. Some stories come back in
other languages.

`articles/en/doj-*.txt` are press releases of the United States Department of Justice, in the public domain. Their
source lost all characters beyond ASCII, which is why dashes and apostrophes are missing.

`articles/*/pmd-*.txt` are press releases of the President's Media Division of Sri Lanka in English, Sinhala and Tamil,
as collected by nuuuwan/lk_pmd (MIT). Releases whose paragraphs could not be told for certain were left out; of one long
speech (`si/pmd-b7ba50`) only the beginning is kept.
"""
