"""Make python/tenor/data/news_lexicon.tsv (term, valence, source) from tools/news_lexicon.txt and learnt weights.

Forms of the words marked /v and /n are made by the rules of English spelling. What is learnt is in
tools/news_learnt.tsv (see tools/learn_news_lexicon.py); what is written by hand comes first. Ratings then moved the
valences in tools/news_fitted.tsv (see tools/fit_news_valences.py), of these words and of VADER's. Of VADER's entries
those that are no words are left out (their valence is 0): what has a digit, since reports count and date ("143", "(8"),
but for hearts ("<3"); and one or two consonants, which abbreviate states, names and bodies ("TX", "NH").

    python tools/make_news_lexicon.py
"""

import re
from collections.abc import Iterator
from pathlib import Path

TOOLS = Path(__file__).parent
OUT = TOOLS.parent / "python/tenor/data/news_lexicon.tsv"


def plural(word: str) -> str:
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def forms(verb: str) -> list[str]:
    if verb.endswith("ee") or not verb.endswith("e"):
        return [verb, plural(verb), verb + ("d" if verb.endswith("e") else "ed"), verb + "ing"]
    stem = verb[:-2] + "y" if verb.endswith("ie") else verb[:-1]
    return [verb, verb + "s", verb + "d", stem + "ing"]


def inflect(word: str) -> list[str]:
    base = word[:-2]
    return forms(base) if word.endswith("/v") else [base, plural(base)] if word.endswith("/n") else [word]


def terms(text: str) -> Iterator[tuple[str, float]]:
    """Terms and valences in the order of the file."""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        valence, _, rest = line.partition(":")
        for item in rest.split(";"):
            words = item.strip().strip('"').split()
            made = [
                forms(w[:-2]) if w.endswith("/v") else [w[:-2], plural(w[:-2])] if w.endswith("/n") else [w]
                for w in words
            ]
            for form in made[0] if made else []:
                for last in made[-1] if len(made) > 1 else [""]:
                    middle = [m[0] for m in made[1:-1]]
                    yield " ".join([form, *middle, *([last] if last else [])]).replace("-", " "), float(valence)


def written() -> dict[str, tuple[float, str]]:
    """Terms that are learnt or written by hand, with their valences and sources."""
    rows = {t: (v, "learnt") for t, v in columns("news_learnt.tsv")}
    rows |= {t: (0.0, "rule") for t in vader() if no_word(t)}
    rows |= {t: (v, "hand") for t, v in terms((TOOLS / "news_lexicon.txt").read_text("utf-8"))}
    return rows


def vader() -> dict[str, float]:
    lines = (OUT.parent / "vader_lexicon.tsv").read_text("utf-8").split("\n")
    return {t: float(v) for t, _, v in (line.partition("\t") for line in lines) if t}


def no_word(term: str) -> bool:
    """Whether an entry of VADER's abbreviates in chat what abbreviates or counts something else in a report."""
    if re.search(r"\d", term):
        return "<" not in term
    return re.fullmatch(r"[b-df-hj-np-tv-xz]{1,2}", term) is not None


def unfitted() -> dict[str, float]:
    """All terms of the news scorer, VADER's among them, before ratings moved any."""
    return vader() | {t: v for t, (v, _) in written().items()}


def columns(name: str) -> list[tuple[str, float]]:
    lines = (TOOLS / name).read_text("utf-8").splitlines() if (TOOLS / name).exists() else []
    return [(t, float(v)) for t, v in (line.split("\t") for line in lines)]


def main() -> None:
    rows = written()
    for term, valence in columns("news_fitted.tsv"):
        source = rows[term][1] if term in rows else "vader"
        rows[term] = (valence, f"{source}, fitted")
    OUT.write_text("".join(f"{t}\t{v:g}\t{s}\n" for t, (v, s) in sorted(rows.items())), "utf-8")


if __name__ == "__main__":
    main()
