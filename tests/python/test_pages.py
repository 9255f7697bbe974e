"""Web archives: the pages in them, refused ones, and archives that are broken."""

import gzip
import io
import json
import random
from pathlib import Path

import pytest

from tenor.document import Unreadable
from tenor.pages import Page, read_warc

pytest.importorskip("warcio", reason="the extra tenor[warc] is not installed")

PAGE = "<html><head><title>Talks</title></head><body><p>Café talks ended on Monday without a deal.</p></body></html>"


def archive(packed: bool = False) -> bytes:
    """Return an archive of a page, an image, a page that is gone, and a page in another encoding and packed."""
    records = []

    def add(url: str, status: str, kind: str, body: bytes, extra: str = "") -> None:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2020-03-02T22:15:00Z\r\n"
            f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")

    add("https://example.org/a", "200 OK", "text/html; charset=utf-8", PAGE.encode())
    add("https://example.org/a.png", "200 OK", "image/png", b"\x89PNG")
    add("https://example.org/gone", "404 Not Found", "text/html", b"<p>Gone.</p>")
    packed_page = gzip.compress(PAGE.encode())
    add("https://example.org/b", "200 OK", "text/html; charset=utf-8", packed_page, "Content-Encoding: gzip\r\n")
    return b"".join(gzip.compress(record) if packed else record for record in records)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_an_archive(packed: bool) -> None:
    first, gone, second = read_warc(io.BytesIO(archive(packed)))
    assert first == Page(PAGE.encode(), "https://example.org/a")
    assert gone == Unreadable("https://example.org/gone: the server answered 404 Not Found")
    assert second == Page(PAGE.encode(), "https://example.org/b")


def test_broken_archives_keep_the_pages_before_the_break() -> None:
    whole = archive()
    with pytest.raises(OSError, match="not a WARC file"):
        list(read_warc(io.BytesIO(b"no archive at all\r\n" * 9)))
    assert list(read_warc(io.BytesIO(b""))) == []
    chance = random.Random(5)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            found = list(read_warc(io.BytesIO(bytes(data[: chance.randrange(len(data))]))))
        except OSError:
            continue
        assert all(isinstance(value, Page | Unreadable) for value in found)


def test_command_reads_archives_and_folders_of_pages(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    pytest.importorskip("trafilatura", reason="the extra tenor[html] is not installed")
    from tenor.cli import main

    folder = tmp_path / "crawl"
    folder.mkdir()
    (folder / "a.warc.gz").write_bytes(archive(packed=True))
    (folder / "b.html").write_bytes(PAGE.replace("<head>", '<head><meta charset="latin-1">').encode("latin-1"))
    (folder / "c.txt").write_text("One sentence of plain text.", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        main(["clean", str(folder)])
    assert not end.value.code
    out, said = capfdbinary.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(Path(row["file"]).name, row["row"], row.get("url")) for row in rows] == [
        ("a.warc.gz", 0, "https://example.org/a"),
        ("a.warc.gz", 1, None),
        ("a.warc.gz", 2, "https://example.org/b"),
        ("b.html", 0, None),
        ("c.txt", 0, None),
    ]
    assert all("Café talks ended on Monday" in rows[i]["text"] for i in (0, 2, 3))
    assert rows[1]["status"].endswith("the server answered 404 Not Found")
    assert b"1 of 5 texts gave no article" in said
    with pytest.raises(SystemExit) as end:
        main(["analyze", str(folder / "b.html"), "-o", "-"])
    assert end.value.code == 2
    assert b"b.html holds HTML; clean it first" in capfdbinary.readouterr().err
