"""A result parted by a column, as the outlet: which part each article is in, and the rows of each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import numpy as np

from tenor._core import Error

if TYPE_CHECKING:
    import pyarrow as pa

    from tenor.corpus import Item

__all__ = ["NO_PART", "Partition", "cut"]

#: Hive's name for the part of the rows that have no value.
NO_PART = "__HIVE_DEFAULT_PARTITION__"

# What the clean-up finds in an article, and by which a result may be parted too.
_OWN = ("title", "outlet", "byline", "dateline", "date")


@dataclass(frozen=True)
class Partition:
    """By what a result is parted.

    Attributes
    ----------
    name : str
        Of the column in the result.
    column : str
        Of the input.
    """

    name: str
    column: str

    @classmethod
    def parse(cls, said: str) -> "Partition":
        """Read ``outlet``, or ``outlet=source`` where the input has another name for it."""
        name, _, column = said.partition("=")
        return cls(name, column or name)

    @property
    def optional(self) -> bool:
        """Whether the input may lack the column, since articles say such a thing themselves."""
        return self.name in _OWN

    def schemas(self, schemas: "dict[str, pa.Schema]") -> "dict[str, pa.Schema]":
        """Return the schemas of the files: the folders' names say what the column would.

        Raises
        ------
        Error
            If the name is that of a column that the files need.
        """
        if any(self.name in schema.names for schema in schemas.values()) and self.name not in _OWN:
            raise Error(
                f"the result has a column {self.name!r} of its own; give the parts another name, as in "
                f"--partition outlet={self.column}"
            )
        return {
            table: schema.remove(i) if (i := schema.get_field_index(self.name)) >= 0 else schema
            for table, schema in schemas.items()
        }

    def parts(self, batch: "list[Item]", articles: "pa.Table") -> list[str]:
        """Return the part of each article, as the name of its folder.

        It is what the input's column holds; where that is empty, what the article itself says (its outlet, its date).

        Raises
        ------
        Error
            If a value is too long for the name of a folder.
        """
        own = articles[self.name].to_pylist() if self.name in _OWN else [None] * len(batch)
        out = []
        for item, said in zip(batch, own, strict=True):
            value = said if item.group in (None, "") else item.group
            folder = f"{quote(self.name, safe='')}={NO_PART if value is None else quote(str(value), safe='')}"
            if len(folder) > 250:
                raise Error(
                    f"{item.file}, row {item.row}: {self.column!r} is too long for the name of a folder: "
                    f"{str(value)[:40]!r}...; part by a column of short values"
                )
            out.append(folder)
        return out


def cut(table: "pa.Table", parts: list[str], first: int) -> "list[tuple[str, pa.RecordBatch]]":
    """Cut a table of a batch into parts, in the order in which they first come; without parts it is one.

    Parameters
    ----------
    table : pyarrow Table
    parts : list of str
        The part of each article, from number `first` on.
    first : int
    """
    if not parts:
        return [("", rows) for rows in table.combine_chunks().to_batches()]
    codes = {part: i for i, part in enumerate(dict.fromkeys(parts))}
    code = np.array([codes[part] for part in parts])[table["article"].to_numpy() - first]
    rows = table.take(np.argsort(code, kind="stable")).combine_chunks()
    ends = np.cumsum(np.bincount(code, minlength=len(codes))).tolist()
    pieces = [rows.slice(begin, end - begin) for begin, end in zip([0, *ends], ends, strict=False)]
    return [(part, batch) for part, piece in zip(codes, pieces, strict=True) for batch in piece.to_batches()]
