"""The slip that asks those present for their opinion on names for a list; nothing on it leads to anybody."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.congress.listing.poll import Poll
from desktop.printing.congress.wording import closing_mark
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_text import party_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.paragraphs import bold, plain
from desktop.printing.setting.ruled_table import Column, ruled_table
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import tied

_COLUMNS = (
    Column("TT", 14),
    Column("Họ và tên", 81, centred=False),
    Column("Đồng ý", 32),
    Column("Không đồng ý", 38),
)
_ROW = 12.0
_BLANK_ROWS = 7


def draw(poll: Poll, *, training: bool) -> bytes:
    """Print the slip.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(poll), training=training)


def compose(poll: Poll) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(poll, f"Phiếu xin ý kiến về danh sách bầu cử {poll.voted_on}", _story(poll))


def _story(poll: Poll) -> Iterator[Block]:
    yield letter_heading(poll.issuer_lines, poll.dated, blanks=CONGRESS_BLANKS)
    yield letter_title("PHIẾU XIN Ý KIẾN", f"về việc đưa vào danh sách bầu cử\n{poll.voted_on}")
    yield party_text(plain("Đề nghị đồng chí cho ý kiến về việc đưa các đồng chí sau vào danh sách:"))
    rows = [(str(number), tied(name), "", "") for number, name in enumerate(poll.names, 1)]
    blank = [(str(number), "", "", "") for number in range(1, _BLANK_ROWS + 1)]
    yield ruled_table(_COLUMNS, rows or blank, row_height=_ROW)
    yield party_text(
        f"{bold('Cách ghi:')} ở mỗi hàng, đánh một dấu {bold('X')} vào ô “Đồng ý” hoặc ô “Không đồng ý”. "
        f"Không ký tên, không viết hoặc đánh dấu thêm {tied('vào phiếu')}{closing_mark(poll.dated)}"
    )
