"""Those who sign a paper for a body."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.counting_facts import Person
from desktop.printing.wording import tied


@dataclass(frozen=True, slots=True, kw_only=True)
class Official(Person):
    """Somebody with what they do for the body, such as ``Tổ trưởng Tổ bầu cử``."""

    role: str


def named(person: Person) -> str:
    """Name somebody at the head of a line, the name unparted: ``Bà Lỷ Thị Sen``."""
    return tied(f"{person.title} {person.name}".strip())


def named_inside(person: Person) -> str:
    """Name somebody inside a sentence: ``bà Lỷ Thị Sen``."""
    return tied(f"{person.title.lower()} {person.name}".strip())


def with_role(official: Official) -> str:
    """Name somebody with the role: ``Bà Lỷ Thị Sen - Thư ký``."""
    return f"{named(official)} - {official.role}"
