"""Sentences of news for tools/train_parser.py, found by tenor itself, with the parser's words.

    python tools/parser_corpus.py ../shared/data/corpus/news.jsonl.gz build/corpus

Writes sentences.txt.xz, a sentence a line with white space made single blanks, and joins.bin.xz, which says where two
words meet without a blank. A sentence that comes twice is kept once. None of the text is kept in what is trained.
"""

import argparse
import gzip
import json
import lzma
from collections.abc import Iterator
from pathlib import Path

#: Fewest and most words of a sentence that is kept.
LEAST, MOST = 4, 60
#: In joins.bin: steps in letters from join to join; 0 ends a sentence and FAR is a step of FAR - 1 without a join.
END, FAR = 0, 255


def encode(words: list[str], joined: list[bool]) -> bytes:
    """Give the steps to each place where a word meets the one before it without a blank."""
    out, step = bytearray(), 0
    for word, meets in zip(words, joined, strict=True):
        if meets:
            while step >= FAR:
                out.append(FAR)
                step -= FAR - 1
            out.append(step)
            step = 0
        elif out or step:
            step += 1
        step += len(word)
    return bytes(out) + bytes([END])


def decode(sentence: str, steps: bytes) -> list[str]:
    """Words of a sentence."""
    words: list[str] = []
    begin = at = 0
    for step in steps:
        at += step if step < FAR else FAR - 1
        if step < FAR:
            words += sentence[begin:at].split(" ")
            begin = at
    return words + sentence[begin:].split(" ")


def read_corpus(folder: Path) -> Iterator[list[str]]:
    """Words of each sentence of the two files."""
    steps = lzma.decompress((folder / "joins.bin.xz").read_bytes())
    at = 0
    for line in lzma.decompress((folder / "sentences.txt.xz").read_bytes()).decode().split("\n")[:-1]:
        end = steps.index(END, at)
        yield decode(line, steps[at:end])
        at = end + 1


def main() -> None:
    import tenor  # only here: where the corpus is read tenor need not be installed

    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--most", type=int, default=600_000, help="sentences to keep")
    parser.add_argument("--every", type=int, default=1, help="take every so many articles")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    seen: set[str] = set()
    find = tenor.Parser()
    with (
        gzip.open(args.corpus, "rt", encoding="utf-8") as lines,
        lzma.open(args.out / "sentences.txt.xz", "wt", encoding="utf-8", newline="\n") as text,
        lzma.open(args.out / "joins.bin.xz", "wb") as joins,
    ):
        for number, line in enumerate(lines):
            if number % args.every:
                continue
            for found in find.parse(json.loads(line)["text"]).sentences:
                words = [w.text for w in found]
                if not LEAST <= len(words) <= MOST or any(any(c.isspace() for c in w) for w in words):
                    continue
                joined = [i > 0 and found[i - 1].end == w.start for i, w in enumerate(found)]
                sentence = "".join(("" if meets else " ") + w for w, meets in zip(words, joined, strict=True))[1:]
                if sentence not in seen and len(seen) < args.most:
                    seen.add(sentence)
                    text.write(sentence + "\n")
                    joins.write(encode(words, joined))
    print(f"{len(seen):,} sentences")


if __name__ == "__main__":
    main()
