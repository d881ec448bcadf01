"""Quick ways through the formats: what was met often is read and written by functions made for it.

All of it exists only for speed. Each quick way gives what the careful way gives, or gives up and
leaves the text or article to that; without this folder the library would do the same, more slowly.
The laws that say so are in `tests/test_quick_reading.py` and `tests/test_quick_json.py`.

- Snippets are read by `shapes`: the texts of one site have a shape in common (`shape`), and their
  spellings mean the same each time (`meanings`).
- JSON is read by `records`, part by part (`parts`), and written by `speller`.
- They use `often` (which kinds of text are met often), `known` (parts of texts met lately), and
  `layout` (how an article is made of the values of such a text).
"""
