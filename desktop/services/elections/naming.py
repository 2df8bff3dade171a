"""How papers name people: the word before the name, and a birth date where two bear one name."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from desktop.models.elections import ContestKind, Round
from desktop.models.people import Person, Sex
from desktop.rules.ballot_order import Nominee, shown_births


class Title(StrEnum):
    """The word before a name on papers."""

    MR = "Ông"
    MRS = "Bà"


def candidate_names(current: Round) -> list[str]:
    """Name the candidates of a round as facts do: a namesake with the birth date behind the name."""
    names = [candidacy.candidate.printed_name for candidacy in current.candidacies]
    births = shown_births([nominee_of(candidacy.candidate.person) for candidacy in current.candidacies])
    return [f"{name} ({birth})" if birth else name for name, birth in zip(names, births, strict=True)]


def nominee_of(person: Person) -> Nominee:
    """Return a person as the rules on ballots see them."""
    return Nominee(name=person.name, birth=person.birth)


def title_of(person: Person) -> Literal["Ông", "Bà", ""]:
    """Return the word before a person's name, empty where the sex is not known: nobody is to guess it."""
    if person.sex is None:
        return ""
    return Title.MRS.value if person.sex is Sex.FEMALE else Title.MR.value


def birth_year_of(person: Person) -> int | None:
    """Return the year of a person's birth; None where it isn't known."""
    return person.birth.year if person.birth else None


def addressed_in(vote: Round, person: Person, name: str) -> str:
    """Name a person as papers of a vote do: a congress names its members by their names alone."""
    return addressed(person, name) if vote.contest.kind is ContestKind.HAMLET_HEAD else name


def addressed(person: Person, name: str) -> str:
    """Name a person as papers do: with the word before the name where it is known."""
    return f"{title_of(person)} {name}".strip()
