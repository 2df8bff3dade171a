"""One JSON value as other programs spell it: what the program takes for another document."""

import json

from tests.exchange.offices import spelled


def spellings(data: bytes) -> list[tuple[str, bytes]]:
    """Other bytes of the value that canonical bytes hold, each with what is different of them."""
    value = json.loads(data)
    first = next(iter(sorted(value)))
    backwards = dict(sorted(value.items(), reverse=True))
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True)
    escaped = data.replace(f'"{first}"'.encode(), f'"\\u{ord(first[0]):04x}{first[1:]}"'.encode(), 1)
    found = [
        ("spaces", plain.encode() + b"\n"),
        ("order", json.dumps(backwards, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"),
        ("escapes", escaped),
        ("no end of line", data[:-1]),
        ("two ends of line", data + b"\n"),
        ("a key twice", spelled({first: value[first]})[:-2] + b"," + data[1:]),
    ]
    return [(how, other) for how, other in found if other != data]
