"""The files that dictionaries come in: each is read into entries, with the line they stand in."""

import csv
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from tenor._core import Error

__all__ = ["FORMATS", "Entry", "Table", "read"]


class Entry(NamedTuple):
    """A term as a file has it: of a category, or with a number of its own, or both."""

    term: str
    category: str | None
    weight: float
    line: int


class Table(NamedTuple):
    """What a file holds: its entries and the line where each category is named."""

    entries: list[Entry]
    categories: dict[str, int]


TERM = {"term", "word", "token", "entry", "ngram", "phrase", "words", "terms"}
VALUE = {"valence", "score", "sentiment", "polarity", "weight", "value", "mean", "sentimentscore"}
CATEGORY = {"category", "emotion", "class", "label", "affect"}


def _fail(name: str, line: int, what: str) -> Error:
    return Error(f"{name}, line {line}: {what}")


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    delimiter = "\t" if "\t" in text else ";" if ";" in text.split("\n", 1)[0] and "," not in text else ","
    # In tables with tabs a quotation mark is a character like others, as in emoticons.
    file = StringIO(text, newline="")
    reader = csv.reader(file, "excel-tab", quoting=3) if delimiter == "\t" else csv.reader(file, delimiter=delimiter)
    last = 0
    for row in reader:
        line, last = last + 1, reader.line_num
        if any(cell.strip() for cell in row) and not row[0].startswith("# "):
            yield line, [cell.strip() for cell in row]


def _table(text: str, name: str) -> Table:
    """Columns of term and valence; of term, category and number (NRC); or with a header that says what they are."""
    rows = list(_rows(text))
    header = [cell.lower().replace(" ", "") for cell in rows[0][1]] if rows else []
    if {"word", "negative", "positive"} <= set(header):
        return _loughran_mcdonald(rows, header, name)
    named = any(cell in TERM for cell in header) and not any(_number(cell) is not None for cell in header[1:])
    column: dict[str, int | None] = {"term": 0, "category": None, "value": 1}
    if named:
        rows = rows[1:]
        for role, known in (("term", TERM), ("category", CATEGORY), ("value", VALUE)):
            column[role] = next((i for i, cell in enumerate(header) if cell in known), None)
        if column["value"] is None and column["category"] is None:
            raise _fail(name, 1, f"no column of valences among {', '.join(header)}; call one 'valence' or 'category'")
    elif rows and len(rows[0][1]) == 3 and _number(rows[0][1][1]) is None and _number(rows[0][1][2]) is not None:
        column = {"term": 0, "category": 1, "value": 2}
    entries, categories = [], dict[str, int]()
    for line, row in rows:
        cell = {role: row[i] for role, i in column.items() if i is not None and i < len(row)}
        weight = _number(cell.get("value", "nothing")) if column["value"] is not None else 1.0
        if weight is None or not cell.get("term"):
            wrong = cell.get("value", "")
            raise _fail(name, line, f"{wrong!r} is not a number; each line is a term and its valence: {row!r}")
        category = cell.get("category")
        if category is not None:
            categories.setdefault(category, line)
        if category is None or weight != 0:  # NRC lists each word with each category, and 0 where it is not in it
            entries.append(Entry(cell["term"], category, weight, line))
    return Table(entries, categories)


def _loughran_mcdonald(rows: list[tuple[int, list[str]]], header: list[str], name: str) -> Table:
    """Read the master dictionary: a column for each category, with the year a word was put into it, or 0."""
    flags = [h for h in ("negative", "positive", "uncertainty", "litigious", "constraining") if h in header]
    entries = []
    for line, row in rows[1:]:
        for category in flags:
            cell = row[header.index(category)] if header.index(category) < len(row) else ""
            year = _number(cell or "0")
            if year is None:
                raise _fail(name, line, f"{cell!r} in column {category!r} is not a year")
            if year > 0:  # negative: the year it was taken out
                entries.append(Entry(row[header.index("word")], category, 1.0, line))
    return Table(entries, dict.fromkeys(flags, 1))


def _liwc(text: str, name: str) -> Table:
    """Categories with a number each between two lines of "%", then words with the numbers of theirs."""
    number_of, entries, categories, marks = dict[str, str](), list[Entry](), dict[str, int](), 0
    for line, row in enumerate(text.splitlines(), 1):
        row = row.strip()
        if row == "%":
            marks += 1
        elif row and marks == 1:
            number, _, category = re.sub(r"\s+", " ", row).partition(" ")
            category = category.split(" (")[0].strip()
            number_of[number] = category
            categories[category] = line
        elif row and marks >= 2:
            fields = row.split("\t") if "\t" in row else row.rsplit(maxsplit=len(re.findall(r"(?<=\s)\d+(?!\S)", row)))
            if len(fields) < 2:
                raise _fail(name, line, f"{row!r} has no category; write the numbers of its categories behind it")
            for number in " ".join(fields[1:]).split():
                if number not in number_of:
                    raise _fail(name, line, f"{number!r} is no category of {fields[0]!r}: there are {_list(number_of)}")
                entries.append(Entry(fields[0].strip(), number_of[number], 1.0, line))
    if marks < 2:
        raise _fail(name, 1, "a LIWC dictionary begins with its categories between two lines of '%'")
    return Table(entries, categories)


def _lexicoder(text: str, name: str) -> Table:
    """XML: a cnode for each category, in it a pnode for each term."""
    entries, categories, inside = list[Entry](), dict[str, int](), list[str]()
    parser = expat.ParserCreate("utf-8")

    def start(tag: str, attributes: dict[str, str]) -> None:
        line = parser.CurrentLineNumber
        if tag in ("cnode", "pnode") and "name" not in attributes:
            raise _fail(name, line, f"a {tag} has no name")
        if tag == "cnode":
            inside.append(attributes["name"])
            categories.setdefault(inside[-1], line)
        elif tag == "pnode":
            if not inside:
                raise _fail(name, line, f"{attributes['name']!r} stands outside of any category (cnode)")
            entries.append(Entry(attributes["name"], inside[-1], 1.0, line))

    def end(tag: str) -> None:
        if tag == "cnode":
            inside.pop()

    def refuse(*_: object) -> None:
        raise _fail(name, parser.CurrentLineNumber, "entity declarations are not read; remove them")

    parser.StartElementHandler, parser.EndElementHandler, parser.EntityDeclHandler = start, end, refuse
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise _fail(name, error.lineno, f"not XML: {expat.ErrorString(error.code)}") from None
    return Table(entries, categories)


def _quanteda(text: str, name: str) -> Table:
    """YAML: categories, which may hold categories, with lists of terms; a nested one is called "parent.child"."""
    try:
        yaml: Any = import_module("yaml")
    except ModuleNotFoundError:
        raise Error(f"{name}: reading YAML needs the package pyyaml: pip install 'tenor[lexica]'") from None
    entries, categories = list[Entry](), dict[str, int]()

    def walk(node: Any, path: str) -> None:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                child = f"{path}.{key.value}" if path else str(key.value)
                if not isinstance(value, yaml.MappingNode):
                    categories.setdefault(child, key.start_mark.line + 1)
                walk(value, child)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                walk(item, path)
        elif not path:
            raise _fail(name, line, "a dictionary in YAML is a mapping of categories to lists of terms")
        elif node.value:
            entries.append(Entry(str(node.value), path, 1.0, line))

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _fail(name, mark.line + 1 if mark else 1, f"not YAML: {getattr(error, 'problem', error)}") from None
    if root is not None:
        walk(root, "")
    return Table(entries, categories)


def _list(names: Any) -> str:
    return ", ".join(map(repr, list(names)[:12])) + (" ..." if len(names) > 12 else "")


#: Format -> how it is read, and the endings that files of it have.
FORMATS: dict[str, tuple[Callable[[str, str], Table], tuple[str, ...]]] = {
    "table": (_table, (".csv", ".tsv", ".txt")),
    "liwc": (_liwc, (".dic",)),
    "quanteda": (_quanteda, (".yml", ".yaml")),
    "lexicoder": (_lexicoder, (".lc3", ".xml")),
}


def read(file: Path, form: str | None) -> Table:
    """Read a file in one of `FORMATS`, by its ending unless `form` names one."""
    if form is not None and form not in FORMATS:
        raise Error(f"there is no format {form!r}; there are {_list(FORMATS)}")
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _fail(str(file), line, f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8") from None
    form = form or next((f for f, (_, endings) in FORMATS.items() if file.suffix.lower() in endings), "table")
    return FORMATS[form][0](text, str(file))
