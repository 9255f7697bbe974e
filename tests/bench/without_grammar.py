"""What tenor finds by tags alone, for scorers that call a function of a text.

python quotes.py DATA --fn without_grammar:attributions
python stances.py GOLD ARTICLES --fn without_grammar:stances
"""

from functools import cache

import tenor

attributor = cache(lambda: tenor.Attributor(grammar=False))
analyzer = cache(lambda: tenor.Analyzer(grammar=False))


def attributions(text):
    """Return the spans of source, cue and content of each attribution."""
    found = attributor().attributions(text)
    return [{k: [(s.start, s.end) for s in getattr(a, k)] for k in ("source", "cue", "content")} for a in found]


def stances(text):
    """Return each stance with an offset in its sentence."""
    doc = analyzer().document(text)
    names = ("holder", "target_start", "target_end", "stance")
    return [
        {"start": doc.sentences[s.sentence].start, "target": text[s.target_start : s.target_end]}
        | {name: getattr(s, name) for name in names}
        for s in doc.stances
    ]
