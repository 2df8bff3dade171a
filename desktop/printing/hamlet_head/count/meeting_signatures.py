"""Who signs the minutes of a community's meeting, in two rows."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.printing.setting.block import Block, Space
from desktop.printing.state.signatures import FRONT_HEAD, SIGN_AND_NAME, Name, Signing, signature_row

_CHAIRING = "(Chủ trì cuộc họp; ký, ghi rõ họ tên)"
_FREE = 25.0
_FREE_BELOW = 22.4
# With what a row leaves under its names, 12.5 to the next heads.
_BETWEEN = 2.8


def meeting_signatures(
    head_line: str, *, head: Name, front_head: Name, witnesses: Sequence[Name], secretary: Name, chair: Name
) -> list[Block]:
    """Set the signatures that the law asks for, and those of chair and secretary.

    Args:
        head_line: over the head of the hamlet, such as ``TRƯỞNG THÔN``.
        head: of the hamlet.
        front_head: of the Front board.
        witnesses: two household representatives.
        secretary: of the meeting.
        chair: of the meeting; one of the two heads as a rule, else beside the secretary.

    Source: Law 10/2022/QH15 art. 20.2; paper-t2.md §10.
    """
    heads = [
        Signing(lines=(line,), name=name, hint=_CHAIRING if name and name == chair else SIGN_AND_NAME)
        for line, name in ((head_line, head), (FRONT_HEAD, front_head))
    ]
    apart = chair is not None and chair not in (head, front_head)
    return [
        signature_row(heads, free=_FREE),
        Space(_BETWEEN),
        signature_row(
            [
                Signing(lines=("ĐẠI DIỆN HỘ GIA ĐÌNH",), name=witnesses[0], beside=tuple(witnesses[1:])),
                *([Signing(lines=("CHỦ TRÌ",), name=chair)] if apart else []),
                Signing(lines=("THƯ KÝ",), name=secretary),
            ],
            free=_FREE_BELOW,
        ),
    ]
