"""A small file of every format that is read: where property tests and the fuzzer begin."""

import gzip
import io
import zipfile

import polars as pl
import zstandard

STORY = "The port of Tarn opened again on Tuesday after a week of storms, said Ann Lee, who runs the harbour office. "


def samples() -> dict[str, tuple[str, bytes]]:
    """For each format its file name, whose ending may tell it, and content."""
    texts = _texts()
    page = texts["html"][1]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind, (name, content) in texts.items():
            archive.writestr(zipfile.ZipInfo(f"{kind}/{name}"), content)
    return texts | {
        "parquet": ("a.parquet", _parquet()),
        "warc": ("a.warc", _warc(page)),
        "gzip": ("a.gz", gzip.compress(_warc(page), mtime=0)),
        "zstandard": ("a.zst", zstandard.compress(texts["json"][1])),
        "zip": ("a.zip", packed.getvalue()),
    }


def _texts() -> dict[str, tuple[str, bytes]]:
    body = (
        f"<p>{STORY}</p><h2>Cranes</h2><ul><li>Three &amp; more</ul><figure><figcaption>The port</figcaption></figure>"
    )
    newsml = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:tarn:1"><itemMeta>'
        '<itemClass qcode="n:text"/><firstCreated>2025-03-04T08:00:00Z</firstCreated></itemMeta><contentMeta>'
        "<headline>Port</headline><by>By Ann Lee</by></contentMeta><contentSet><inlineXML>"
        f"<html><body><p>{STORY}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"
    )
    nitf = (
        '<nitf><head><docdata><doc-id id-string="7"/><date.issue norm="20250304T080000Z"/></docdata></head><body>'
        "<body.head><hedline><hl1>Port</hl1></hedline><byline>By <person>Ann Lee</person></byline></body.head>"
        f"<body.content><p>{STORY}</p><media><media-caption>Port</media-caption></media></body.content></body></nitf>"
    )
    rss = (
        '<rss version="2.0"><channel><title>Courier</title><item><title>Port</title><guid>https://tarn.example/1</guid>'
        f"<pubDate>Tue, 04 Mar 2025 23:30:00 -0500</pubDate><description><![CDATA[{body}]]></description></item>"
        "</channel></rss>"
    )
    fields = f'{{"headline": "Port", "text": "{STORY}", "url": "https://tarn.example/1", "published_at": "2025-03-04"}}'
    page = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Port</title><meta property="og:type" '
        f'content="article"></head><body><article><h1>Port</h1>{body}<p>{STORY * 3}</p></article></body></html>'
    )
    return {
        "text": ("a.txt", f"Port\n\nBy Ann Lee\n\n{STORY}\n“It is open,” she said.\n".encode()),
        "markdown": ("a.md", f"---\ntitle: Port\ndate: 2025-03-04\n---\n\n# Port\n\n{STORY}\n\n* one\n".encode()),
        "html": ("a.html", page.encode()),
        "json": ("a.json", f"[{fields}, {fields}]".encode()),
        "csv": ("a.csv", f'headline,text,url\nPort,"{STORY}",https://tarn.example/1\n'.encode()),
        "newsml-g2": ("a.xml", newsml.encode()),
        "nitf": ("a.xml", nitf.encode()),
        "feed": ("a.xml", rss.encode()),
    }


def _parquet() -> bytes:
    buffer = io.BytesIO()
    pl.DataFrame({"headline": ["Port"], "text": [STORY], "url": ["https://tarn.example/1"]}).write_parquet(buffer)
    return buffer.getvalue()


def _warc(page: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tarn.example/1\r\n"
        "WARC-Date: 2025-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return (head.encode() + http + b"\r\n\r\n") * 2
