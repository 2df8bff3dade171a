"""People whom a paper names, and those who sign it for a body."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.setting.wording import tied


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named in the minutes; ``title`` is ``Ông`` or ``Bà``, empty where nobody knows."""

    title: str
    name: str


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
